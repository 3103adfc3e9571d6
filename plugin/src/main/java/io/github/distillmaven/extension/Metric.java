package io.github.distillmaven.extension;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that says something of a model on an evaluation set. It is computed for every arm of every replicate on every set, and
 * stands in {@code results.json}, {@code replicates.csv}, on the page and among the names of metrics that users can write.
 */
public interface Metric extends Component {

    /** What users write behind the name of an arm: the id in camel case, such as {@code testAccuracy}. */
    default String label() {
        StringBuilder label = new StringBuilder();
        boolean begins = false;
        for (char letter : id().toCharArray()) {
            boolean joins = letter == '-' || letter == '.';
            if (!joins) {
                label.append(begins ? Character.toUpperCase(letter) : letter);
            }
            begins = joins;
        }
        return label.toString();
    }

    /** What it is called at the head of a column. */
    String heading();

    /** What it counts in. */
    default Unit unit() {
        return Unit.SHARE;
    }

    /** Its place among others: the lowest comes first. Those of a user come last. */
    default int place() {
        return Integer.MAX_VALUE;
    }

    /** Whether it is about what the model was trained on, whatever the evaluation set. */
    default boolean isOfTraining() {
        return false;
    }

    /** Whether it says something of teachers: by default, unless it compares with them. */
    default boolean suitsTeachers() {
        return !comparesWithTeacher();
    }

    /** Whether it says something of students. */
    default boolean suitsStudents() {
        return true;
    }

    /** Whether it takes true labels: where an evaluation set has none, there is no such number. */
    default boolean needsTrueLabels() {
        return true;
    }

    /**
     * Whether it holds the answers of a model against those of the teacher. Such a number is also computed of an independent teacher, that of
     * another replicate: beside that alone it says how much a model took over from its own.
     */
    default boolean comparesWithTeacher() {
        return false;
    }

    /**
     * The control whose answers it takes besides ({@link Evaluation#controls}). Such a number is that of the treatment alone, and there is none
     * where the experiment lacks the control. Empty if it takes none.
     */
    default Optional<String> control() {
        return Optional.empty();
    }

    /** Whether it takes the logits of the answers, which are read for such metrics alone. */
    default boolean needsLogits() {
        return false;
    }

    /** What guessing uniformly among the classes comes to; empty if that means nothing. */
    default OptionalDouble chance(int classes) {
        return OptionalDouble.empty();
    }

    /** Its value. */
    Score of(Evaluation evaluation);
}
