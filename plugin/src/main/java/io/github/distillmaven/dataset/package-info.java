/**
 * The examples of an experiment: the catalog of known data sets, what their files are, and how examples are read, written and normalised.
 */
package io.github.distillmaven.dataset;
