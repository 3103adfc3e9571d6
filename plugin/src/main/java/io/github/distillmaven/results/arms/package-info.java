/**
 * The arms of an experiment side by side: {@code Arms} is what is compared, {@code Findings} all of it, {@code ResultsComposer} makes
 * {@code Results} of it.
 */
@NullMarked
package io.github.distillmaven.results.arms;

import org.jspecify.annotations.NullMarked;
