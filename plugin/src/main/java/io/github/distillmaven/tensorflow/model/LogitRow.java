package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.metrics.Predictions;

/**
 * The logits of one example.
 *
 * @param logits of many examples, one after the other
 * @param from where those of the example begin
 * @param classes how many they are
 */
public record LogitRow(float[] logits, int from, int classes) {

    /** The logits of one example of [examples, classes]. */
    public static LogitRow of(float[] logits, int example, int classes) {
        return new LogitRow(logits, example * classes, classes);
    }

    /** The class with the largest logit, the lowest one of equals. */
    int mostLikely() {
        return mostLikelyBut(-1);
    }

    /** The most likely class but for one. */
    int mostLikelyBut(int excepted) {
        int found = -1;
        for (int each = 0; each < classes; each++) {
            if (each != excepted && (found < 0 || logit(each) > logit(found))) {
                found = each;
            }
        }
        return found;
    }

    /** @param label what counts as right */
    public Predictions.Row answer(int label) {
        int predicted = mostLikely();
        return new Predictions.Row(label, predicted, probability(predicted), leastLikely());
    }

    private int leastLikely() {
        int least = 0;
        for (int each = 1; each < classes; each++) {
            least = logit(each) < logit(least) ? each : least;
        }
        return least;
    }

    /** Softmax, in double precision and with Java's own functions, so that it is the same on every runtime. */
    private float probability(int most) {
        double sum = 0;
        for (int each = 0; each < classes; each++) {
            sum += StrictMath.exp(logit(each) - logit(most));
        }
        return (float) (1 / sum);
    }

    private float logit(int each) {
        return logits[from + each];
    }
}
