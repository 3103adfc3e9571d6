/**
 * Text that others wrote, made fit for a log and for a page, and what they may have meant. Every other package may use it; it uses none.
 */
@NullMarked
package io.github.distillmaven.text;

import org.jspecify.annotations.NullMarked;
