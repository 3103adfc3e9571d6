/**
 * The numbers of an experiment. {@code ExperimentFolder} and {@code PointEvidence} read what the steps of every replicate and control
 * left behind and check it, {@code Findings} and {@code PointFindings} are the numbers, {@code Arms} what is compared, and
 * {@code Results} is what other programs read: {@code results.json}, which {@code ResultsFile}
 * reads back from anywhere. {@code MetricCatalog} knows every number in it by the name that
 * users give it.
 */
package io.github.distillmaven.results;
