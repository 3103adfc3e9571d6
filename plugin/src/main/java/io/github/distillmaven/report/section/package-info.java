/**
 * The sections of an experiment's page, one class each with what its template prints, and the rows that they alone show.
 * {@code ExperimentReport} finds them by ServiceLoader; their templates are in {@code src/main/jte/section}, under the same names.
 */
@NullMarked
package io.github.distillmaven.report.section;

import org.jspecify.annotations.NullMarked;
