package io.github.distillmaven.extension.data;

/**
 * What a model answers to a list of inputs.
 *
 * @param predicted the most likely class of each
 * @param leastLikely the least likely one
 * @param confidence softmax probability of the most likely one, in [0, 1]
 */
public record Answers(int[] predicted, int[] leastLikely, float[] confidence) {

    /** @throws IllegalArgumentException if the three are not of one length */
    public Answers {
        if (predicted.length != leastLikely.length || predicted.length != confidence.length) {
            throw new IllegalArgumentException("%s answers, %s least likely classes and %s confidences"
                    .formatted(predicted.length, leastLikely.length, confidence.length));
        }
    }

    /** Number of inputs. */
    public int size() {
        return predicted.length;
    }
}
