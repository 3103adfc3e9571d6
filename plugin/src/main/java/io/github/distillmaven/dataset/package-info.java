/**
 * What the bytes of a data set mean: the catalog of known data sets, arrays in IDX and in NumPy's format, tables, CIFAR-10 binary
 * files, the drawn synthetic images, and transfer sets.
 */
package io.github.distillmaven.dataset;
