/**
 * The plan of an experiment: which steps it has, in what order, and what an engine is asked for each of them.
 */
package io.github.distillmaven.pipeline;
