/**
 * How a transfer set is made: which labels the inputs are given, which of them are kept, and how controls rearrange a finished set.
 * Each way is one class, found by {@link io.github.distillmaven.extension.Components}.
 */
@NullMarked
package io.github.distillmaven.transfer;

import org.jspecify.annotations.NullMarked;
