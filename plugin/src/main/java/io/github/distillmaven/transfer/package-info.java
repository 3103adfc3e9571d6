/**
 * How a transfer set is made: which labels the inputs are given, and which of them are kept. Each way is one class, found by {@link
 * io.github.distillmaven.extension.Components}.
 */
@NullMarked
package io.github.distillmaven.transfer;

import org.jspecify.annotations.NullMarked;
