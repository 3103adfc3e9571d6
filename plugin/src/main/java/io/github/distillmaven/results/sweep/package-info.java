/** What the cells of a sweep came to: {@code CellResults} in this build, and {@code SweepNumbers} as other programs read them. */
@NullMarked
package io.github.distillmaven.results.sweep;

import org.jspecify.annotations.NullMarked;
