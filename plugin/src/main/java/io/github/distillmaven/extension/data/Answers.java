package io.github.distillmaven.extension.data;

import java.util.Optional;

/**
 * What a model answers to a list of inputs.
 *
 * @param predicted the most likely class of each
 * @param leastLikely the least likely one
 * @param confidence softmax probability of the most likely one, in [0, 1]
 * @param logits [inputs, classes], one row after the other, all finite; empty if no metric of the experiment needs them
 */
public record Answers(int[] predicted, int[] leastLikely, float[] confidence, Optional<float[]> logits) {

    /** @throws IllegalArgumentException if the first three are not of one length, or the logits are not as many for each input */
    public Answers {
        if (predicted.length != leastLikely.length || predicted.length != confidence.length) {
            throw new IllegalArgumentException("%s answers, %s least likely classes and %s confidences"
                    .formatted(predicted.length, leastLikely.length, confidence.length));
        }
        int count = logits.map(all -> all.length).orElse(0);
        if (predicted.length == 0 ? count > 0 : count % predicted.length > 0) {
            throw new IllegalArgumentException("%s logits of %s answers".formatted(count, predicted.length));
        }
    }

    /** Without logits. */
    public Answers(int[] predicted, int[] leastLikely, float[] confidence) {
        this(predicted, leastLikely, confidence, Optional.empty());
    }

    /** Number of inputs. */
    public int size() {
        return predicted.length;
    }
}
