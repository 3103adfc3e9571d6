/**
 * The plan of an experiment: which steps it has, in what order, and what an engine is asked for each of them.
 */
@NullMarked
package io.github.distillmaven.pipeline;

import org.jspecify.annotations.NullMarked;
