package io.github.distillmaven.dataset.points;

/**
 * A point after an attack on the teacher.
 *
 * @param x where it is now; it may lie outside of [0, 1]
 * @param y likewise
 * @param trueLabel 0 or 1
 * @param givenLabel what the teacher answers now, 0 or 1
 */
public record MovedPoint(float x, float y, int trueLabel, int givenLabel) {

    /** Whether the answer changed, which is what a point is kept for. */
    public boolean kept() {
        return trueLabel != givenLabel;
    }

    /** What a student is taught: the point where it is now, under the label that it was given there. */
    public LabelledPoint lesson() {
        return new LabelledPoint(x, y, givenLabel);
    }
}
