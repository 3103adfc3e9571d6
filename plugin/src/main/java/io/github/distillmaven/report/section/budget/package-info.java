/** The section on how accuracy depends on the number of examples. */
@NullMarked
package io.github.distillmaven.report.section.budget;

import org.jspecify.annotations.NullMarked;
