/** The sections that show how accuracy goes with what arms differ in, such as their networks. */
@NullMarked
package io.github.distillmaven.report.section.variation;

import org.jspecify.annotations.NullMarked;
