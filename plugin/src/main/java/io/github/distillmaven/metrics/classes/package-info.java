/** Metrics that look at classes one by one. */
@NullMarked
package io.github.distillmaven.metrics.classes;

import org.jspecify.annotations.NullMarked;
