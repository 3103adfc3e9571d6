/**
 * The controls: how each rearranges the finished transfer set of the treatment, or makes its own. Each is one class, found by {@link
 * io.github.distillmaven.extension.Components}.
 */
@NullMarked
package io.github.distillmaven.transfer.control;

import org.jspecify.annotations.NullMarked;
