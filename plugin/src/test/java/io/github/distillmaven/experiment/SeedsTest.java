package io.github.distillmaven.experiment;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeedsTest {

    /** Printed once. It changes only if the derivation does, and then every result of every experiment changes with it. */
    private static final long FIRST_OF_SEED_1 = -6570860347244142777L;

    @Test
    void aStreamIsTheSameEveryTimeAndEverywhere() {
        assertThat(new Seeds(1).stream("teacher/initial-weights").nextLong())
                .isEqualTo(new Seeds(1).stream("teacher/initial-weights").nextLong())
                .isEqualTo(FIRST_OF_SEED_1);
    }

    @Test
    void furtherSeedsAreOthersAndTheFirstAreTheSameHoweverManyThereAre() {
        List<Long> five = new Seeds(1).further("ensemble", 5);

        assertThat(five).doesNotHaveDuplicates().doesNotContain(1L).allMatch(seed -> seed >= 0);
        assertThat(new Seeds(1).further("ensemble", 3)).isEqualTo(five.subList(0, 3));
        assertThat(new Seeds(1).further("ensemble", 0)).isEmpty();
        assertThat(new Seeds(2).further("ensemble", 5)).doesNotContainAnyElementsOf(five);
        assertThat(new Seeds(1).further("another", 5)).doesNotContainAnyElementsOf(five);
    }

    @Test
    void usesRolesAndSeedsHaveStreamsOfTheirOwn() {
        assertThat(new long[] {
                    new Seeds(1).stream("teacher/initial-weights").nextLong(),
                    new Seeds(1).stream("student/initial-weights").nextLong(),
                    new Seeds(1).stream("teacher/shuffling").nextLong(),
                    new Seeds(2).stream("teacher/initial-weights").nextLong()
                })
                .doesNotHaveDuplicates();
    }
}
