package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.metrics.Predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Holds the logits that a worker wrote against the predictions beside them. */
final class WrittenLogits {

    private static final double ROUNDING = 1e-5;

    private WrittenLogits() {}

    /** The largest logit of every row is that of the class that was predicted, the smallest that of the least likely one. */
    static void assertFit(Path predictions, Path logits, int classes) throws IOException {
        Predictions answers = Predictions.read(predictions);
        NpyFile array = NpyFile.read(logits);
        assertThat(array.dimensions()).containsExactly(answers.rows().size(), classes);
        float[] floats = array.floats();
        for (int index = 0; index < answers.rows().size(); index++) {
            Predictions.Row row = answers.rows().get(index);
            int largest = 0;
            int smallest = 0;
            double sum = 0;
            for (int each = 0; each < classes; each++) {
                float logit = floats[index * classes + each];
                largest = logit > floats[index * classes + largest] ? each : largest;
                smallest = logit < floats[index * classes + smallest] ? each : smallest;
                sum += Math.exp(logit - floats[index * classes + row.predicted()]);
            }
            assertThat(row.predicted()).isEqualTo(largest);
            assertThat(row.leastLikely()).isEqualTo(smallest);
            assertThat((double) row.confidence()).isCloseTo(1 / sum, within(ROUNDING));
        }
    }
}
