package io.github.distillmaven.dataset.transfer;

import java.util.List;
import java.util.Set;

import io.github.distillmaven.experiment.Normalization;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.transfer.AllSelection;
import io.github.distillmaven.transfer.ConfidentWrongSelection;
import io.github.distillmaven.transfer.CorrectSelection;
import io.github.distillmaven.transfer.FooledSelection;
import io.github.distillmaven.transfer.PredictedLabelling;
import io.github.distillmaven.transfer.WrongSelection;
import io.github.distillmaven.transfer.attack.NoPerturbation;
import io.github.distillmaven.transfer.attack.SingleStepPerturbation;
import io.github.distillmaven.transfer.noise.NoNoise;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransferSetCheckTest {

    private static final List<String> CLASSES = List.of("cat", "dog", "frog");

    @Test
    void acceptsASetOfMinimumSizeThatHasEveryClass() {
        assertThat(check(new WrongSelection(), 100, false)
                        .failure(new TransferResult(100, 100, 500, List.of(50, 49, 1))))
                .isEmpty();
    }

    @Test
    void saysThatTheTeacherErrsTooSeldom() {
        assertThat(check(new WrongSelection(), 100, false).failure(new TransferResult(99, 99, 500, List.of(50, 48, 1))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 99 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>.
                        Of 500 inputs (pets) keep=wrong kept 99.
                        Given labels: cat: 50, dog: 48, frog: 1.
                        The teacher errs on 19.8% of the inputs alone. Let it err more: fewer <teacher><epochs>. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void saysThatTheErrorsOfAGoodTeacherAreFewAndNotThatItsLabelsCollapsed() {
        assertThat(check(new WrongSelection(), 100, false).failure(new TransferResult(40, 40, 500, List.of(40, 0, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 40 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>; no example was given the label dog, frog.
                        Of 500 inputs (pets) keep=wrong kept 40.
                        Given labels: cat: 40, dog: 0, frog: 0.
                        The teacher errs on 8.0% of the inputs alone. Let it err more: fewer <teacher><epochs>. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void saysThatTheTeacherIsTooSeldomRight() {
        assertThat(check(new CorrectSelection(), 100, false, 500)
                        .failure(new TransferResult(90, 0, 500, List.of(30, 30, 30))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 90 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>.
                        Of 500 inputs (pets) keep=correct kept 90.
                        Given labels: cat: 30, dog: 30, frog: 30.
                        The teacher is right on 18.0% of the inputs alone. Let it learn more: more <teacher><epochs>, \
                        or more inputs: <transfer><examples> is 500. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void saysThatAPartOfTheErrorsIsTooSmall() {
        assertThat(check(new ConfidentWrongSelection(), 100, false, 500)
                        .failure(new TransferResult(20, 0, 500, List.of(10, 0, 10))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 20 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>; no example was given the label dog.
                        Of 500 inputs (pets) keep=confident-wrong kept 20.
                        Given labels: cat: 10, dog: 0, frog: 10.
                        It keeps 4.0% of the inputs alone, a part of the teacher's errors. Keep more of them: a greater \
                        <transfer><share>; or let it err more: fewer <teacher><epochs>, or more inputs: \
                        <transfer><examples> is 500. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
        assertThat(check(new ConfidentWrongSelection(), 10, false)
                        .failure(new TransferResult(20, 0, 500, List.of(10, 0, 10))))
                .contains("""
                        The transfer set is not enough to train a student on: no example was given the label dog.
                        Of 500 inputs (pets) keep=confident-wrong kept 20.
                        Given labels: cat: 10, dog: 0, frog: 10.
                        No kept error has it as its label. Keep more of them: a greater <transfer><share>; another <seed> \
                        gives other errors. Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void saysThatTooFewInputsWereLabelled() {
        assertThat(check(new AllSelection(), 100, false, 90)
                        .failure(new TransferResult(90, null, 90, List.of(30, 30, 30))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 90 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>.
                        Of 90 inputs (pets) keep=all kept 90.
                        Given labels: cat: 30, dog: 30, frog: 30.
                        All inputs are in it. Label more: raise <transfer><examples>, which is 90. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void saysThatTheLabelsOfATeacherThatErrsCollapsed() {
        assertThat(check(new WrongSelection(), 100, false)
                        .failure(new TransferResult(330, 330, 500, List.of(0, 330, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: the teacher gave only 1 of 3 classes as labels.
                        Of 500 inputs (pets) keep=wrong kept 330.
                        Given labels: cat: 0, dog: 330, frog: 0.
                        A teacher that answers with so few classes has hardly learnt, or its training failed. Let it \
                        learn more: more <teacher><epochs>, or another <teacher><learningRate>. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void saysThatForeignInputsLookLikeFewClasses() {
        assertThat(check(new AllSelection(), 100, false)
                        .failure(new TransferResult(500, null, 500, List.of(0, 500, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: the teacher gave only 1 of 3 classes as labels.
                        Of 500 inputs (pets) keep=all kept 500.
                        Given labels: cat: 0, dog: 500, frog: 0.
                        To this teacher the inputs look like few of its classes. Try other <transfer><inputs>, another \
                        <transfer><normalization>, more <teacher><epochs>, or another <seed>. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void saysThatAClassIsMissing() {
        assertThat(check(new WrongSelection(), 100, false, 500)
                        .failure(new TransferResult(200, 200, 500, List.of(100, 100, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: no example was given the label frog.
                        Of 500 inputs (pets) keep=wrong kept 200.
                        Given labels: cat: 100, dog: 100, frog: 0.
                        Label more inputs: raise <transfer><examples>, which is 500. The teacher mistakes no input for \
                        it. Another <seed> or other <teacher><epochs> give other mistakes. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
    }

    @Test
    void acceptsASmallSetThatLacksClassesWhereTheSettingsAllowIt() {
        assertThat(check(new WrongSelection(), 100, true).failure(new TransferResult(1, 1, 500, List.of(1, 0, 0))))
                .isEmpty();
    }

    @Test
    void neverAcceptsAnEmptySet() {
        assertThat(check(new WrongSelection(), 100, true).failure(new TransferResult(0, 0, 500, List.of(0, 0, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 0 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>; no example was given the label cat, dog, frog.
                        Of 500 inputs (pets) keep=wrong kept 0.
                        Given labels: cat: 0, dog: 0, frog: 0.
                        The teacher errs on 0.0% of the inputs alone. Let it err more: fewer <teacher><epochs>.""");
    }

    @Test
    void advisesToMoveInputsFartherWhereTooFewErrOrReachTheirTargets() {
        for (Selection keep : List.of(new WrongSelection(), new FooledSelection())) {
            TransferPlan moved = new TransferPlan(
                    "pets",
                    0,
                    false,
                    Chosen.of(new NoNoise()),
                    Set.of(),
                    Chosen.of(new SingleStepPerturbation()),
                    TargetRule.UNTARGETED,
                    Chosen.of(new PredictedLabelling()),
                    Chosen.of(keep),
                    Normalization.OWN,
                    100,
                    false);

            assertThat(new TransferSetCheck(moved, CLASSES).failure(new TransferResult(9, 9, 500, List.of(3, 3, 3))))
                    .contains("""
                            The transfer set is not enough to train a student on: it has 9 examples, fewer than \
                            <transfer><minimumSize>100</minimumSize>.
                            Of 500 inputs (pets) keep=%s kept 9.
                            Given labels: cat: 3, dog: 3, frog: 3.
                            Raise <transfer><epsilon>, which is 0.06. Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""".formatted(keep.id()));
        }
    }

    @Test
    void saysThatTheTeacherSeldomAnswersWithTheLabel() {
        assertThat(check(new FooledSelection(), 100, false, 500)
                        .failure(new TransferResult(9, 9, 500, List.of(5, 4, 0))))
                .contains("""
                        The transfer set is not enough to train a student on: it has 9 examples, fewer than \
                        <transfer><minimumSize>100</minimumSize>; no example was given the label frog.
                        Of 500 inputs (pets) keep=fooled kept 9.
                        Given labels: cat: 5, dog: 4, frog: 0.
                        The teacher answers 1.8% of the inputs with their label. Move them toward it: \
                        <transfer><attack>, or more inputs: <transfer><examples> is 500. \
                        Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.""");
        assertThat(check(new FooledSelection(), 100, false)
                        .failure(new TransferResult(190, 190, 500, List.of(90, 100, 0)))
                        .orElseThrow())
                .contains("no example was given the label frog.")
                .contains("Of the inputs under it the teacher answers none with it. Move inputs farther:"
                        + " <transfer><attack>, or another <seed>.");
    }

    @Test
    void doesNotMissAClassThatIsLeftOut() {
        TransferSetCheck check = check(new CorrectSelection(), 10, false, 0, Set.of("dog"));

        assertThat(check.failure(new TransferResult(60, 0, 80, List.of(30, 0, 30))))
                .isEmpty();
        assertThat(check.failure(new TransferResult(60, 0, 80, List.of(60, 0, 0)))
                        .orElseThrow())
                .contains("the teacher gave only 1 of 3 classes as labels");
        assertThat(check.failure(new TransferResult(12, 0, 80, List.of(12, 0, 0)))
                        .orElseThrow())
                .contains("no example was given the label frog.");
    }

    private static TransferSetCheck check(Selection keep, int minimumSize, boolean allowSmall) {
        return check(keep, minimumSize, allowSmall, 0);
    }

    private static TransferSetCheck check(Selection keep, int minimumSize, boolean allowSmall, int examples) {
        return check(keep, minimumSize, allowSmall, examples, Set.of());
    }

    private static TransferSetCheck check(
            Selection keep, int minimumSize, boolean allowSmall, int examples, Set<String> omitted) {
        TransferPlan settings = new TransferPlan(
                "pets",
                examples,
                false,
                Chosen.of(new NoNoise()),
                omitted,
                Chosen.of(new NoPerturbation()),
                TargetRule.UNTARGETED,
                Chosen.of(new PredictedLabelling()),
                Chosen.of(keep),
                Normalization.OWN,
                minimumSize,
                allowSmall);
        return new TransferSetCheck(settings, CLASSES);
    }
}
