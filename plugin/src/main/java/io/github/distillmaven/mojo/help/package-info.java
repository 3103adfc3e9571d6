/**
 * The goal {@code help}. The one that Maven's tools generate knows parameters alone; most settings of an experiment are elements
 * below one, and those of components in jars of the user's are known when the goal runs, not before.
 */
@NullMarked
package io.github.distillmaven.mojo.help;

import org.jspecify.annotations.NullMarked;
