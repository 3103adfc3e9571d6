/**
 * What the bytes of a data set mean: the catalog of known data sets, IDX and CIFAR-10 binary files, the drawn synthetic
 * images, and transfer sets.
 */
package io.github.distillmaven.dataset;
