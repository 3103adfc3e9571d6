/** What a value that can be read must be besides: the rules that hold between settings, data sets and metrics. */
@NullMarked
package io.github.distillmaven.experiment.rules;

import org.jspecify.annotations.NullMarked;
