/** What the bytes of a file mean: arrays in IDX and in NumPy's format, and CIFAR-10's binary files. */
@NullMarked
package io.github.distillmaven.dataset.format;

import org.jspecify.annotations.NullMarked;
