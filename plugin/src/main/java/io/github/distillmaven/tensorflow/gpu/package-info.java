/** What is different for GPUs: TensorFlow refuses operations of which it has no kernel for them that gives the same bits each time. */
@NullMarked
package io.github.distillmaven.tensorflow.gpu;

import org.jspecify.annotations.NullMarked;
