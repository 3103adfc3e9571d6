/**
 * The words for what came out, which differ for images and points: {@code Account} answers in a sentence, with what speaks against
 * it as {@code Reservation} and {@code Caveat}.
 */
@NullMarked
package io.github.distillmaven.report.account;

import org.jspecify.annotations.NullMarked;
