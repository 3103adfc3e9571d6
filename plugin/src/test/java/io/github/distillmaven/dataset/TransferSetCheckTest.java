package io.github.distillmaven.dataset;

import java.util.List;

import io.github.distillmaven.experiment.Attack;
import io.github.distillmaven.experiment.GivenLabels;
import io.github.distillmaven.experiment.Keep;
import io.github.distillmaven.experiment.Normalization;
import io.github.distillmaven.experiment.Perturbation;
import io.github.distillmaven.experiment.Transfer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransferSetCheckTest {

    private static final List<String> CLASSES = List.of("cat", "dog", "frog");

    @Test
    void acceptsASetOfMinimumSizeThatHasEveryClass() {
        assertThat(check(Keep.WRONG, 100, false).failure(new TransferResult(100, 100, 500, List.of(50, 49, 1))))
                .isEmpty();
    }

    @Test
    void refusesASmallSet() {
        assertThat(check(Keep.WRONG, 100, false).failure(new TransferResult(99, 99, 500, List.of(50, 48, 1))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 99 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>.
                        Of 500 inputs (pets) keep=wrong kept 99.
                        Given labels: cat: 50, dog: 48, frog: 1.
                        Let the teacher err more: fewer <teacher><epochs>; or accept the set as it is: \
                        <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void refusesASetThatLacksClasses() {
        assertThat(check(Keep.ALL, 100, false).failure(new TransferResult(500, null, 500, List.of(0, 500, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: no example was given the label cat, frog.
                        Of 500 inputs (pets) keep=all kept 500.
                        Given labels: cat: 0, dog: 500, frog: 0.
                        Try other <transfer><inputs>, or another teacher: <teacher><epochs>, <seed>; \
                        or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void acceptsASmallSetThatLacksClassesWhereTheSettingsAllowIt() {
        assertThat(check(Keep.WRONG, 100, true).failure(new TransferResult(1, 1, 500, List.of(1, 0, 0))))
                .isEmpty();
    }

    @Test
    void neverAcceptsAnEmptySet() {
        assertThat(check(Keep.WRONG, 100, true).failure(new TransferResult(0, 0, 500, List.of(0, 0, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 0 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>; no example was given the label cat, dog, frog.
                        Of 500 inputs (pets) keep=wrong kept 0.
                        Given labels: cat: 0, dog: 0, frog: 0.
                        Let the teacher err more: fewer <teacher><epochs>.""");
    }

    private static TransferSetCheck check(Keep keep, int minimumSize, boolean allowSmall) {
        Transfer settings = new Transfer(
                "pets",
                0,
                new Perturbation(Attack.NONE, 0.12, 10),
                GivenLabels.PREDICTED,
                keep,
                Normalization.OWN,
                minimumSize,
                allowSmall);
        return new TransferSetCheck(settings, CLASSES);
    }
}
