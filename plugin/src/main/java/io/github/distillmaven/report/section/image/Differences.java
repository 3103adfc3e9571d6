package io.github.distillmaven.report.section.image;

import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.results.evidence.MovedExamples;

/**
 * What was added to images, as images: mid-grey where nothing was, lighter where a value rose, darker where it fell.
 *
 * @param images one for each that was moved
 * @param factor by which all differences are multiplied; those beyond black and white are cut off
 */
record Differences(Examples images, int factor) {

    private static final float MIDDLE = 0.5f;

    /** Share of all values that the factor leaves between black and white. */
    private static final double INSIDE = 0.99;

    private static final int[] FACTORS = {100, 50, 20, 10, 5, 2};

    /** With the largest round factor that leaves 99 of 100 values of all images together between black and white. */
    static Differences of(MovedExamples moved) {
        int count = moved.after().values().count();
        double[] sorted = IntStream.range(0, count)
                .mapToDouble(value -> Math.abs(moved.difference(value)))
                .sorted()
                .toArray();
        double large = sorted[(int) Math.ceil(INSIDE * count) - 1];
        int factor = IntStream.of(FACTORS)
                .filter(each -> each * large <= MIDDLE)
                .findFirst()
                .orElse(1);
        float[] values = new float[count];
        for (int value = 0; value < count; value++) {
            values[value] = (float) (MIDDLE + factor * moved.difference(value));
        }
        return new Differences(
                new Examples(
                        moved.after().shape(),
                        new Values.FloatValues(values),
                        moved.after().targets()),
                factor);
    }
}
