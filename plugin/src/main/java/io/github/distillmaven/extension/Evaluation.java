package io.github.distillmaven.extension;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.Answers;
import io.github.distillmaven.extension.data.Taught;

/**
 * One model on one evaluation set.
 *
 * @param classes number of classes
 * @param targets the class that counts as right, of each input; -1 where there are no true labels
 * @param model its answers, input by input
 * @param teacher those of the teacher of the same replicate; of a teacher, its own
 * @param taught what the model was trained on
 * @param controls answers of the students of controls of the same replicate, by the ids that metrics name in {@link Metric#control}
 */
public record Evaluation(
        int classes, int[] targets, Answers model, Answers teacher, Taught taught, Map<String, Answers> controls) {

    /** Where no metric looks at a control. */
    public Evaluation(int classes, int[] targets, Answers model, Answers teacher, Taught taught) {
        this(classes, targets, model, teacher, taught, Map.of());
    }

    /** @throws IllegalArgumentException if the answers are not as many as the targets */
    public Evaluation {
        controls = Map.copyOf(controls);
        if (model.size() != targets.length || teacher.size() != targets.length) {
            throw new IllegalArgumentException("%s targets, %s answers, and %s of the teacher"
                    .formatted(targets.length, model.size(), teacher.size()));
        }
    }

    /** Whether the model answers an input with its target. */
    public boolean right(int input) {
        return model.predicted()[input] == targets[input];
    }

    /** Whether the teacher does. */
    public boolean teacherIsRight(int input) {
        return teacher.predicted()[input] == targets[input];
    }

    /** Whether model and teacher give the same answer. */
    public boolean agreed(int input) {
        return model.predicted()[input] == teacher.predicted()[input];
    }

    /** The recall of each class that has inputs: the share of them that is answered right, in [0, 1]. */
    public DoubleStream recalls() {
        return IntStream.range(0, classes)
                .mapToObj(label ->
                        share(input -> targets[input] == label, this::right).value())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }

    /** The share of all inputs of which something holds. */
    public Score share(IntPredicate holds) {
        return share(input -> true, holds);
    }

    /** The share of some inputs of which something holds. */
    public Score share(IntPredicate among, IntPredicate holds) {
        int[] inputs = IntStream.range(0, targets.length).filter(among).toArray();
        return Score.share((int) IntStream.of(inputs).filter(holds).count(), inputs.length);
    }
}
