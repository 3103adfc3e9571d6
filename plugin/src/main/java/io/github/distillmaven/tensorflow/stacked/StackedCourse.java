package io.github.distillmaven.tensorflow.stacked;

import java.util.SortedMap;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.Lesson;

/**
 * A training, with all that it needs in memory.
 *
 * @param evaluations further sets, by name
 * @param ofInputs normalisation that goes with the model
 */
record StackedCourse(Course course, SortedMap<String, Lesson> evaluations, Moments ofInputs) {

    /** Whether its examples are more than inputs. */
    boolean hasTargets() {
        return !(course.lesson().examples().targets() instanceof Targets.NoTargets);
    }

    /** The same where the answers to what was drawn are what it is held against. */
    StackedCourse under(Predictions answers) {
        Lesson drawn = course.lesson();
        Lesson labelled = new Lesson(
                drawn.examples()
                        .with(new Targets.Classes(answers.rows().stream()
                                .mapToInt(Predictions.Row::predicted)
                                .toArray())),
                drawn.moments());
        return new StackedCourse(new Course(course.role(), course.seed(), labelled, labelled), evaluations, ofInputs);
    }
}
