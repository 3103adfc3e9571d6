/** How data sets of the user's own are found, converted once, and known to experiments. */
@NullMarked
package io.github.distillmaven.pipeline.own;

import org.jspecify.annotations.NullMarked;
