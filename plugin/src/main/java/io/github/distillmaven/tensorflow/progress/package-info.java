/** How far the work is: {@code ProgressReporter} tells the build, not too often. */
package io.github.distillmaven.tensorflow.progress;
