package io.github.distillmaven.evaluation;

import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The share of training examples that is held out")
class HeldOutShareTest {

    @Test
    @DisplayName("is computed as it is written")
    void isComputedAsItIsWritten() {
        // As doubles, 0.29 * 100 is 28.999999999999996.
        assertThat(new HeldOutShare(0.29).of(100)).isEqualTo(29);
        assertThat(new HeldOutShare(0.1).of(12_000)).isEqualTo(1200);
        assertThat(new HeldOutShare(0.1).of(9)).isZero();
        assertThat(new HeldOutShare(0.999).of(10)).isEqualTo(9);
    }

    @Test
    @DisplayName("comes to its number where no class divides, from the classes whose share was cut most")
    void comesToItsNumberWhereNoClassDivides() {
        // A tenth of 4, 9 and 17 examples is 0.4, 0.9 and 1.7, and of all of them 3.
        int[] labels = IntStream.range(0, 30)
                .map(index -> index < 4 ? 0 : index < 13 ? 1 : 2)
                .toArray();

        assertThat(new HeldOutShare(0.1)
                        .draw(labels, new Seeds(1).stream("x")).stream().map(place -> labels[place]))
                .containsExactly(1, 2, 2);
    }

    @Test
    @DisplayName("takes the lowest classes where all are cut alike")
    void takesTheLowestClassesWhereAllAreCutAlike() {
        int[] labels = {3, 2, 1, 0, 3, 2, 1, 0};

        assertThat(new HeldOutShare(0.25)
                        .draw(labels, new Seeds(1).stream("x")).stream().map(place -> labels[place]))
                .containsExactlyInAnyOrder(0, 1);
    }
}
