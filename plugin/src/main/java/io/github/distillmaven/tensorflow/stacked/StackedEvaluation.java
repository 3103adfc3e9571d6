package io.github.distillmaven.tensorflow.stacked;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.training.Lesson;

/**
 * What several models answer, by their places.
 *
 * @param onExamples on what each was trained on
 * @param onTest on the test set of each
 * @param onOthers on the other sets, by name; where a model has no set of that name, the answers are about another's
 */
record StackedEvaluation(
        List<Predictions> onExamples, List<Predictions> onTest, SortedMap<String, List<Predictions>> onOthers) {

    /** What the model in a place answers on another set of its own. */
    Predictions onOther(String set, int place) {
        return Objects.requireNonNull(onOthers.get(set), set).get(place);
    }

    static StackedEvaluation of(StackedPredictor predictor, List<StackedCourse> courses) {
        SortedMap<String, Lesson> sets = new TreeMap<>();
        courses.forEach(course -> sets.putAll(course.evaluations()));
        SortedMap<String, List<Predictions>> onOthers = new TreeMap<>();
        for (Map.Entry<String, Lesson> set : sets.entrySet()) {
            onOthers.put(
                    set.getKey(),
                    predictor.predict(courses.stream()
                            .map(course -> course.evaluations().getOrDefault(set.getKey(), set.getValue()))
                            .toList()));
        }
        return new StackedEvaluation(
                predictor.predict(
                        courses.stream().map(course -> course.course().lesson()).toList()),
                predictor.predict(
                        courses.stream().map(course -> course.course().test()).toList()),
                onOthers);
    }
}
