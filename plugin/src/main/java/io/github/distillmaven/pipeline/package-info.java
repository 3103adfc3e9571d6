/**
 * The steps of an experiment in order. Each has a key made of everything that can change its outputs; it is taken from
 * {@code target}, restored from the store, or run and published.
 */
package io.github.distillmaven.pipeline;
