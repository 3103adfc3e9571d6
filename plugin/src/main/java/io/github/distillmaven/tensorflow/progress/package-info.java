/** How far the work is: {@code ProgressReporter} tells the build, not too often. */
@NullMarked
package io.github.distillmaven.tensorflow.progress;

import org.jspecify.annotations.NullMarked;
