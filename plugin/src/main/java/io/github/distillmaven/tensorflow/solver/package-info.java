/** Linear models whose weights are solved for, not trained step by step. */
@NullMarked
package io.github.distillmaven.tensorflow.solver;

import org.jspecify.annotations.NullMarked;
