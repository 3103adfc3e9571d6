package io.github.distillmaven.metrics;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("McNemar's test")
class ModelComparisonTest {

    @Test
    void looksAtTheImagesThatOneModelAloneGetsRight() {
        // Image 0 is right for both and image 7 for none. Of the six between, the first model has five:
        // 2 (1 + 6) / 2⁶ = 0.21875.
        ModelComparison test = ModelComparison.between(right(1, 1, 1, 1, 1, 1, 0, 0), right(1, 0, 0, 0, 0, 0, 1, 0));

        assertThat(test.onlyFirst()).isEqualTo(5);
        assertThat(test.onlySecond()).isEqualTo(1);
        assertThat(test.pValue()).isCloseTo(0.21875, within(1e-12));
    }

    @Test
    void modelsThatErrOnTheSameImagesDoNotDiffer() {
        Predictions model = right(1, 0, 1);

        assertThat(ModelComparison.between(model, model)).isEqualTo(new ModelComparison(0, 0, 1));
    }

    @Test
    void withoutImagesNothingDiffers() {
        assertThat(ModelComparison.between(right(), right())).isEqualTo(new ModelComparison(0, 0, 1));
    }

    @Test
    void differentNumbersOfImagesAreRefused() {
        assertThatThrownBy(() -> ModelComparison.between(right(1, 1), right(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one model answered 2 images, the other 1");
    }

    private static Predictions right(int... right) {
        List<Predictions.Row> rows = IntStream.of(right)
                .mapToObj(one -> new Predictions.Row(0, 1 - one, 1, 0))
                .toList();
        return new Predictions(rows);
    }
}
