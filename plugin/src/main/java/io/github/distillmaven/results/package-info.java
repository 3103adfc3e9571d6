/**
 * The numbers of an experiment. What the steps of every replicate and arm left behind is read and checked ({@code ExperimentFolder});
 * {@code Evaluator} computes every metric of every arm on every evaluation set from
 * it; {@code Arms} is what is compared, {@code Findings} all of it. {@code Results} is what other programs read:
 * {@code results.json}, which {@code ResultsFile} reads back from anywhere. {@code MetricCatalog} knows every number in it by the
 * name that users give it.
 */
package io.github.distillmaven.results;
