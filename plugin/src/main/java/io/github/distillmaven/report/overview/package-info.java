/** The page that lists the experiments of a build, one {@code OverviewRow} each: {@code OverviewReport} writes it. */
@NullMarked
package io.github.distillmaven.report.overview;

import org.jspecify.annotations.NullMarked;
