package io.github.distillmaven.metrics;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The answers of a model")
class ModelAnswersTest {

    private final Predictions predictions = new Predictions(List.of(
            new Predictions.Row(0, 1, 0.5f, 0), new Predictions.Row(1, 0, 0.75f, 1), new Predictions.Row(2, 1, 1, 0)));

    @Test
    void keepTheirLogitsWhereSomeAreChosen() {
        ModelAnswers answers = ModelAnswers.of(predictions, new float[] {0, 1, 3, 2, 4, 5});

        ModelAnswers chosen = answers.where(label -> label != 1);

        assertThat(chosen.predictions().labels()).containsExactly(0, 2);
        assertThat(chosen.answers().predicted()).containsExactly(1, 1);
        assertThat(chosen.answers().logits().orElseThrow()).containsExactly(0, 1, 4, 5);
        assertThat(answers.where(label -> false).answers().logits().orElseThrow())
                .isEmpty();
    }

    @Test
    void mayHaveNone() {
        assertThat(ModelAnswers.of(predictions, new float[6])
                        .withoutLogits()
                        .where(label -> label > 0)
                        .answers()
                        .logits())
                .isEmpty();
    }
}
