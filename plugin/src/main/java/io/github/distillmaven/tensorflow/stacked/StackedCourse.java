package io.github.distillmaven.tensorflow.stacked;

import java.util.SortedMap;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.Lesson;

/**
 * A training, with all that it needs in memory.
 *
 * @param evaluations further sets, by name
 * @param ofInputs normalisation that goes with the model
 */
record StackedCourse(Course course, SortedMap<String, Lesson> evaluations, Moments ofInputs) {}
