/**
 * What users are told of a store's entries, and which of them they want to go: {@code CleaningOrder} says it, {@code CleaningChoice}
 * finds the entries, each with the reason. Nothing here reads or removes one; {@code Housekeeping} does.
 */
@NullMarked
package io.github.distillmaven.store.cleaning;

import org.jspecify.annotations.NullMarked;
