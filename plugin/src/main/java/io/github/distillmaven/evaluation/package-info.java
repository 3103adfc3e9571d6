/** The sets on which models are evaluated, one class each, and what of them an experiment can have. */
@NullMarked
package io.github.distillmaven.evaluation;

import org.jspecify.annotations.NullMarked;
