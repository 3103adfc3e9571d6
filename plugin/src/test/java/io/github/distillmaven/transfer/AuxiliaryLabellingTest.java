package io.github.distillmaven.transfer;

import java.util.Optional;

import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Labels about logits that stand for no class")
class AuxiliaryLabellingTest {

    private static final int CLASSES = 4;

    private final AuxiliaryLabelling labelling = new AuxiliaryLabelling();

    @Test
    @DisplayName("are the softmax of these alone, behind classes of which none has a share")
    void areTheSoftmaxOfTheAuxiliaryLogits() {
        TeacherAnswers answers = new TeacherAnswers(
                new int[] {3, 0},
                Optional.of(new float[] {0, 0, 0, 9, 9, 0, 0, 0}),
                Optional.of(new float[] {1, 0, -1000, 0}),
                Optional.empty(),
                Optional.empty(),
                CLASSES);

        Targets.Distributions labels =
                (Targets.Distributions) labelling.label(answers, Choice.of("auxiliary"), RandomSource.KISS.create(1));

        double first = Math.E / (Math.E + 1);
        assertThat(labels.classes()).isEqualTo(CLASSES + 2);
        assertThat(labels.rows())
                .containsExactly(
                        new float[] {0, 0, 0, 0, (float) first, (float) (1 - first), 0, 0, 0, 0, 0, 1}, within(1e-6f));
        assertThat(labels.label(0)).isEqualTo(CLASSES);
    }

    @Test
    void needTheLogits() {
        assertThat(labelling.needsLogits()).isTrue();
        assertThat(labelling.isAuxiliary()).isTrue();
        assertThat(new SoftLabelling().isAuxiliary()).isFalse();
    }
}
