package io.github.distillmaven.tensorflow.model;

/** Which logits a gain is the difference of. */
public final class Directions {

    private Directions() {}

    /**
     * Of each example, -1 for the label, 1 for the strongest other class, and 0 for the rest.
     *
     * @param logits [n, classes]
     * @return [n, classes]
     */
    public static float[] ofGain(float[] logits, int[] labels, int classes) {
        float[] directions = new float[logits.length];
        for (int index = 0; index < labels.length; index++) {
            directions[index * classes + labels[index]] = -1;
            directions[index * classes + LogitRow.of(logits, index, classes).mostLikelyBut(labels[index])] = 1;
        }
        return directions;
    }
}
