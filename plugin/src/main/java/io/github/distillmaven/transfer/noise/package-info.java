/** What takes the place of inputs: see {@link io.github.distillmaven.extension.Noise}. */
@NullMarked
package io.github.distillmaven.transfer.noise;

import org.jspecify.annotations.NullMarked;
