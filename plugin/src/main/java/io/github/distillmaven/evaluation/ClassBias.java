package io.github.distillmaven.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.Answers;

/**
 * What is added to the logits of classes that a model never learnt an input of, before its answers are looked at: Hinton et al. 2015,
 * section 3. They chose it on the test images; here it is chosen on others.
 *
 * @param raised the classes
 * @param classes number of all
 * @param value one number for all of these classes, less than 0 where the model answers with them too often
 */
public record ClassBias(Set<Integer> raised, int classes, double value) {

    /** How far a bias lies inside of a span that is open to the other side. */
    private static final double BEYOND = 1;

    public ClassBias {
        raised = Set.copyOf(raised);
    }

    /**
     * The bias with which most answers are right; of several spans of such biases the middle of the one that is nearest to 0.
     *
     * @param answers with logits
     * @param labels the true class of each input
     */
    public static ClassBias chosen(Answers answers, int[] labels, Set<Integer> raised, int classes) {
        float[] logits = answers.logits().orElseThrow();
        int inputs = labels.length;
        double[] margins = new double[inputs];
        boolean[] rightWithout = new boolean[inputs];
        boolean[] rightWith = new boolean[inputs];
        for (int input = 0; input < inputs; input++) {
            int other = strongest(logits, input * classes, classes, label -> !raised.contains(label));
            int own = strongest(logits, input * classes, classes, raised::contains);
            margins[input] = (double) logits[input * classes + other] - logits[input * classes + own];
            rightWithout[input] = other == labels[input];
            rightWith[input] = own == labels[input];
        }
        int[] order = IntStream.range(0, inputs)
                .boxed()
                .sorted((first, second) -> Double.compare(margins[first], margins[second]))
                .mapToInt(Integer::intValue)
                .toArray();
        // With a bias below all margins no input is answered with a raised class; each margin that it passes turns one
        // answer.
        int right = (int)
                IntStream.range(0, inputs).filter(input -> rightWithout[input]).count();
        int most = -1;
        double best = 0;
        for (int passed = 0; passed <= inputs; passed++) {
            if (passed > 0) {
                int turned = order[passed - 1];
                right += (rightWith[turned] ? 1 : 0) - (rightWithout[turned] ? 1 : 0);
            }
            double low = passed == 0 ? Double.NEGATIVE_INFINITY : margins[order[passed - 1]];
            double high = passed == inputs ? Double.POSITIVE_INFINITY : margins[order[passed]];
            double middle = middle(low, high);
            if (low < high && (right > most || right == most && Math.abs(middle) < Math.abs(best))) {
                most = right;
                best = middle;
            }
        }
        return new ClassBias(raised, classes, best);
    }

    /** Of a span without an end: 0, or what is nearest to that well inside the span. */
    private static double middle(double low, double high) {
        if (Double.isInfinite(low)) {
            return Math.min(0, high - BEYOND);
        }
        return Double.isInfinite(high) ? Math.max(0, low + BEYOND) : (low + high) / 2;
    }

    /** The answers with the bias added. */
    public Answers added(Answers answers) {
        float[] logits = answers.logits().orElseThrow().clone();
        int inputs = answers.size();
        int[] predicted = new int[inputs];
        int[] leastLikely = new int[inputs];
        float[] confidence = new float[inputs];
        for (int input = 0; input < inputs; input++) {
            int from = input * classes;
            for (int label : raised) {
                logits[from + label] += (float) value;
            }
            predicted[input] = strongest(logits, from, classes, label -> true);
            leastLikely[input] = weakest(Arrays.copyOfRange(logits, from, from + classes));
            confidence[input] = confidence(logits, from, predicted[input]);
        }
        return new Answers(predicted, leastLikely, confidence, Optional.of(logits));
    }

    private float confidence(float[] logits, int from, int answer) {
        double sum = IntStream.range(from, from + classes)
                .mapToDouble(index -> Math.exp((double) logits[index] - logits[from + answer]))
                .sum();
        return (float) (1 / sum);
    }

    private static int strongest(float[] logits, int from, int classes, IntPredicate among) {
        int strongest = -1;
        for (int label = 0; label < classes; label++) {
            if (among.test(label) && (strongest < 0 || logits[from + label] > logits[from + strongest])) {
                strongest = label;
            }
        }
        return strongest;
    }

    private static int weakest(float[] logits) {
        int weakest = 0;
        for (int label = 1; label < logits.length; label++) {
            weakest = logits[label] < logits[weakest] ? label : weakest;
        }
        return weakest;
    }
}
