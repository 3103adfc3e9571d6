/**
 * The numbers of an experiment, as other programs read them: {@code Results} is {@code results.json}, which {@code ResultsFile}
 * reads back from anywhere. {@code MetricCatalog} knows every number in it by the name that users give it. {@code evidence} reads
 * what the steps left on the disk, {@code arms} compares and composes.
 */
@NullMarked
package io.github.distillmaven.results;

import org.jspecify.annotations.NullMarked;
