/**
 * The goals: one thin class each. Parameters in, one call to the pipeline out; {@code configuration} reads the parameters,
 * {@code wiring} puts the pipeline together. {@code report} is a page of {@code mvn site} too, through
 * {@code site}, and keeps the overview of all modules through {@code ReactorOverview}.
 */
@NullMarked
package io.github.distillmaven.mojo;

import org.jspecify.annotations.NullMarked;
