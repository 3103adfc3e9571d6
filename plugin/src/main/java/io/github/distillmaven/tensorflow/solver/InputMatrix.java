package io.github.distillmaven.tensorflow.solver;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.tensorflow.training.Lesson;

/**
 * Inputs as a linear model takes them: normalised, with a 1 behind each that the biases belong to.
 *
 * @param values [rows, columns]
 * @param rows number of inputs
 * @param columns number of values of each, and one more
 */
record InputMatrix(double[] values, int rows, int columns) {

    static InputMatrix of(Lesson lesson) {
        Values all = lesson.examples().values();
        Moments moments = lesson.moments();
        int channels = moments.mean().size();
        int each = lesson.examples().shape().values();
        int columns = each + 1;
        double[] values = new double[Math.multiplyExact(lesson.size(), columns)];
        for (int row = 0; row < lesson.size(); row++) {
            for (int column = 0; column < each; column++) {
                int channel = column % channels;
                values[row * columns + column] =
                        (all.at(row * each + column) - moments.mean().get(channel))
                                / moments.deviation().get(channel);
            }
            values[row * columns + each] = 1;
        }
        return new InputMatrix(values, lesson.size(), columns);
    }

    double at(int row, int column) {
        return values[row * columns + column];
    }
}
