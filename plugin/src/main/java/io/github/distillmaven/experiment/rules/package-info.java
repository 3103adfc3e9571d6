/** What a value that can be read must be besides: the rules that hold between settings, data sets and metrics. */
package io.github.distillmaven.experiment.rules;
