package io.github.distillmaven.tensorflow;

/**
 * What a network answers at a point.
 *
 * @param predicted the class with the larger logit, 0 of equals
 * @param confidence its softmax probability, in [0.5, 1]
 */
record PointAnswer(int predicted, float confidence) {

    /**
     * Reads an answer out of the logits of many points.
     *
     * @param index of the point
     */
    static PointAnswer of(float[] logits, int index) {
        float difference = logits[2 * index + 1] - logits[2 * index];
        return new PointAnswer(
                difference > 0 ? 1 : 0, (float) (1 / (1 + StrictMath.exp(-Math.abs((double) difference)))));
    }

    /** How many points are answered with their label. */
    static int correct(float[] logits, PointBatch batch) {
        int correct = 0;
        for (int index = 0; index < batch.size(); index++) {
            correct += of(logits, index).predicted() == batch.labels()[index] ? 1 : 0;
        }
        return correct;
    }
}
