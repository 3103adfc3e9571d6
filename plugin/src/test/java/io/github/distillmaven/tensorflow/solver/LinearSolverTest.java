package io.github.distillmaven.tensorflow.solver;

import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Optimizer.Algorithm;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.training.Lesson;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("A linear model that is solved for")
class LinearSolverTest {

    private static final Offset<Float> CLOSE = within(1e-3f);

    /** d + 1 equations for d + 1 unknowns of each difference of logits. */
    @Test
    void hasTheLogitsOfALinearTeacherAfterAsManyAnswersAsItHasParameters() throws Exception {
        double[] teacher = random(4 * 3, 1);
        float[] inputs = floats(random(3 * 4, 2));

        Weights student = leastSquares(inputs, 4, softmax(inputs, 3, teacher, 3, 2), 3, 2);

        float[] unseen = floats(random(5 * 3, 3));
        assertThat(differences(logits(unseen, 3, student, 3), 3))
                .containsExactly(differences(logits(unseen, 3, teacher, 3), 3), CLOSE);
    }

    /** With x and a 1 for the bias, (w, b) = y x / |x|^2 for one answer y; here |x|^2 = 4 + 1 and y = 1 - (-1) halved. */
    @Test
    void isTheSmallestOfThoseThatFitTooFewAnswers() throws Exception {
        double gain = Math.exp(2);
        float[] shares = {(float) (1 / (1 + gain)), (float) (gain / (1 + gain))};

        Weights student = leastSquares(new float[] {2, 0}, 1, shares, 2, 1);

        assertThat(student.values().get(0)).containsExactly(new float[] {-0.4f, 0.4f, 0, 0}, CLOSE);
        assertThat(student.values().get(1)).containsExactly(new float[] {-0.2f, 0.2f}, CLOSE);
    }

    /** Two points at 1 and 3, with a 1 for the bias: the smallest (w, b) with w + b = -1 and 3 w + b = 1 is w = 1, b = -2, of z1 - z0. */
    @Test
    void dividesTwoPointsInTheMiddle() throws Exception {
        Weights student = largestMargin(new float[] {1, 3}, 1, new int[] {0, 1}, 2);

        assertThat(student.values().get(0)).containsExactly(new float[] {-0.5f, 0.5f}, CLOSE);
        assertThat(student.values().get(1)).containsExactly(new float[] {1, -1}, CLOSE);
    }

    /** The point at 4 lies beyond the margin of the other two, and changes nothing. */
    @Test
    void passesOverWhatLiesBeyondTheMargin() throws Exception {
        Weights student = largestMargin(new float[] {1, 4, 3}, 1, new int[] {0, 1, 1}, 2);

        assertThat(student.values().get(0)).containsExactly(new float[] {-0.5f, 0.5f}, CLOSE);
    }

    @Test
    void separatesManyClassesByAtLeast1() throws Exception {
        double[] teacher = random(6 * 4, 4);
        float[] inputs = floats(random(40 * 5, 5));
        float[] answers = logits(inputs, 5, teacher, 4);
        int[] labels = new int[40];
        for (int row = 0; row < 40; row++) {
            for (int label = 1; label < 4; label++) {
                labels[row] = answers[row * 4 + label] > answers[row * 4 + labels[row]] ? label : labels[row];
            }
        }

        float[] own = logits(inputs, 5, largestMargin(inputs, 5, labels, 4), 4);

        for (int row = 0; row < 40; row++) {
            for (int label = 0; label < 4; label++) {
                if (label != labels[row]) {
                    assertThat(own[row * 4 + labels[row]] - own[row * 4 + label])
                            .isGreaterThan(0.998f);
                }
            }
        }
    }

    /** Normalised inputs (x - 2) / 4 of 2 and 6 are 0 and 1: w + b = 1 and b = -1 of z1 - z0. */
    @Test
    void seesInputsNormalised() throws Exception {
        Weights student = new LinearSolver(Algorithm.LARGEST_MARGIN, 2, 1)
                .solve(new Lesson(
                        new Examples(
                                ExampleShape.of(1),
                                new Values.FloatValues(new float[] {2, 6}),
                                new Targets.Classes(new int[] {0, 1})),
                        new Moments(List.of(2.0), List.of(4.0))));

        assertThat(student.values().get(0)).containsExactly(new float[] {-1, 1}, CLOSE);
        assertThat(student.values().get(1)).containsExactly(new float[] {0.5f, -0.5f}, CLOSE);
    }

    @Test
    void isRefusedWhereNoneSeparatesTheLabels() {
        assertThatThrownBy(() -> largestMargin(new float[] {1, 2, 3}, 1, new int[] {0, 1, 0}, 2))
                .isInstanceOf(WorkerFailure.class)
                .hasMessage("no linear model was found that gives all 3 examples their labels");
    }

    @Test
    void isRefusedWhereAShareHasNoLogit() {
        assertThatThrownBy(() -> leastSquares(new float[] {1}, 1, new float[] {0, 1}, 2, 3))
                .isInstanceOf(WorkerFailure.class)
                .hasMessage("least squares learn logits, but the given share of a class is 0, which is that of none")
                .extracting(failure -> ((WorkerFailure) failure).hint())
                .isEqualTo("raise <transfer><temperature>, which is 3.0");
    }

    @Test
    void isRefusedWhereLabelsAreOfTheOtherKind() {
        Lesson classes = lesson(new float[] {1}, 1, new Targets.Classes(new int[] {1}));
        Lesson shares = lesson(new float[] {1}, 1, new Targets.Distributions(new float[] {0.5f, 0.5f}, 2));

        assertThatThrownBy(() -> new LinearSolver(Algorithm.LEAST_SQUARES, 2, 1).solve(classes))
                .hasMessage("least squares learn shares of all classes, but the given labels are classes");
        assertThatThrownBy(() -> new LinearSolver(Algorithm.LARGEST_MARGIN, 2, 1).solve(shares))
                .hasMessage(
                        "the largest margin is one between classes, but the given labels are shares of all classes");
    }

    private static Weights leastSquares(float[] inputs, int rows, float[] shares, int classes, double temperature)
            throws Exception {
        return new LinearSolver(Algorithm.LEAST_SQUARES, classes, temperature)
                .solve(lesson(inputs, inputs.length / rows, new Targets.Distributions(shares, classes)));
    }

    private static Weights largestMargin(float[] inputs, int dimensions, int[] labels, int classes) throws Exception {
        return new LinearSolver(Algorithm.LARGEST_MARGIN, classes, 1)
                .solve(lesson(inputs, dimensions, new Targets.Classes(labels)));
    }

    private static Lesson lesson(float[] inputs, int dimensions, Targets targets) {
        return new Lesson(
                new Examples(ExampleShape.of(dimensions), new Values.FloatValues(inputs), targets),
                new Moments(Collections.nCopies(dimensions, 0.0), Collections.nCopies(dimensions, 1.0)));
    }

    /** @param model weights, [dimensions, classes], and then biases */
    private static float[] logits(float[] inputs, int dimensions, double[] model, int classes) {
        float[] logits = new float[inputs.length / dimensions * classes];
        for (int index = 0; index < logits.length; index++) {
            int row = index / classes;
            double logit = model[dimensions * classes + index % classes];
            for (int column = 0; column < dimensions; column++) {
                logit += inputs[row * dimensions + column] * model[column * classes + index % classes];
            }
            logits[index] = (float) logit;
        }
        return logits;
    }

    private static float[] logits(float[] inputs, int dimensions, Weights model, int classes) {
        double[] row = new double[model.row().length];
        for (int index = 0; index < row.length; index++) {
            row[index] = model.row()[index];
        }
        return logits(inputs, dimensions, row, classes);
    }

    private static float[] softmax(float[] inputs, int dimensions, double[] model, int classes, double temperature) {
        float[] logits = logits(inputs, dimensions, model, classes);
        float[] shares = new float[logits.length];
        for (int from = 0; from < logits.length; from += classes) {
            double sum = 0;
            for (int index = from; index < from + classes; index++) {
                sum += Math.exp(logits[index] / temperature);
            }
            for (int index = from; index < from + classes; index++) {
                shares[index] = (float) (Math.exp(logits[index] / temperature) / sum);
            }
        }
        return shares;
    }

    /** From the first logit of each row. */
    private static float[] differences(float[] logits, int classes) {
        float[] differences = new float[logits.length];
        for (int index = 0; index < logits.length; index++) {
            differences[index] = logits[index] - logits[index - index % classes];
        }
        return differences;
    }

    private static double[] random(int count, long seed) {
        return new Random(seed).doubles(count, -1, 1).toArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            floats[index] = (float) values[index];
        }
        return floats;
    }
}
