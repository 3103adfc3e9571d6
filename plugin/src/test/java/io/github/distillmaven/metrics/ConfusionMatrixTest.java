package io.github.distillmaven.metrics;

import java.util.List;

import io.github.distillmaven.metrics.statistics.Proportion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfusionMatrixTest {

    private final Predictions predictions = new Predictions(List.of(
            new Predictions.Row(0, 0, 1, 0),
            new Predictions.Row(0, 2, 1, 0),
            new Predictions.Row(2, 2, 1, 0),
            new Predictions.Row(2, 2, 1, 0),
            new Predictions.Row(2, 0, 1, 0)));

    @Test
    void rowsAreTrueClassesAndColumnsAreAnswers() {
        assertThat(ConfusionMatrix.of(predictions, 3).counts())
                .containsExactly(List.of(1, 0, 1), List.of(0, 0, 0), List.of(1, 0, 2));
    }

    @Test
    void recallCountsTheDiagonal() {
        ConfusionMatrix matrix = ConfusionMatrix.of(predictions, 3);

        assertThat(matrix.recall(2)).isEqualTo(new Proportion(2, 3));
        assertThat(matrix.recall(1)).as("a class without images").isEqualTo(new Proportion(0, 0));
    }

    @Test
    void oneClassAndNoPredictions() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new Predictions(List.of()), 1);

        assertThat(matrix.counts()).containsExactly(List.of(0));
    }

    @Test
    void unknownClassesAreRefused() {
        assertThatThrownBy(() -> ConfusionMatrix.of(predictions, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
