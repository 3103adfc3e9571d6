/**
 * Many small networks of one kind in one graph, side by side: {@code SideBySideTask} trains all seeds that were asked for,
 * {@code StackedModel} answers for some of them. What one learns does not depend on the others.
 */
@NullMarked
package io.github.distillmaven.tensorflow.stacked;

import org.jspecify.annotations.NullMarked;
