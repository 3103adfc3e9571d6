/**
 * The examples of an experiment: the catalog of known data sets, what their files are, and how examples are read, written and normalised.
 */
@NullMarked
package io.github.distillmaven.dataset;

import org.jspecify.annotations.NullMarked;
