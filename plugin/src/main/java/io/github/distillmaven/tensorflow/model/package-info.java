/**
 * A classifier, from the bytes that it is fed with to the classes that it answers: {@code Classifier} is its graph, {@code Predictor} asks
 * it, {@code Differentiable} takes its gradients, {@code ExportedModel} writes and loads it.
 */
@NullMarked
package io.github.distillmaven.tensorflow.model;

import org.jspecify.annotations.NullMarked;
