package io.github.distillmaven.tensorflow.stacked;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.training.Lesson;

/**
 * What several models answer, by their places.
 *
 * @param onExamples on what each was trained on
 * @param onTest on the test set of each, with logits
 * @param onOthers on the other sets, by name, likewise; where a model has no set of that name, the answers are about another's
 */
record StackedEvaluation(
        List<Predictions> onExamples, List<ModelAnswers> onTest, SortedMap<String, List<ModelAnswers>> onOthers) {

    /** What the model in a place answers on another set of its own. */
    ModelAnswers onOther(String set, int place) {
        return Objects.requireNonNull(onOthers.get(set), set).get(place);
    }

    static StackedEvaluation of(StackedPredictor predictor, List<StackedCourse> courses) {
        SortedMap<String, Lesson> sets = new TreeMap<>();
        courses.forEach(course -> sets.putAll(course.evaluations()));
        SortedMap<String, List<ModelAnswers>> onOthers = new TreeMap<>();
        for (Map.Entry<String, Lesson> set : sets.entrySet()) {
            onOthers.put(
                    set.getKey(),
                    predictor.answers(courses.stream()
                            .map(course -> course.evaluations().getOrDefault(set.getKey(), set.getValue()))
                            .toList()));
        }
        return new StackedEvaluation(
                predictor.predict(
                        courses.stream().map(course -> course.course().lesson()).toList()),
                predictor.answers(
                        courses.stream().map(course -> course.course().test()).toList()),
                onOthers);
    }
}
