/**
 * The words for what came out, which differ for images and points: {@code Account} answers in a sentence, with what speaks against
 * it as {@code Reservation} and {@code Caveat}.
 */
package io.github.distillmaven.report.account;
