/**
 * What a network is in a graph: its parameters with their initial values, its layers for one network or for many side by side, its loss,
 * and the rules that update it. {@code Architecture} builds a network of the catalog with such layers.
 */
@NullMarked
package io.github.distillmaven.tensorflow.graph;

import org.jspecify.annotations.NullMarked;
