/** The page that lists the experiments of a build, one {@code OverviewRow} each: {@code OverviewReport} writes it. */
package io.github.distillmaven.report.overview;
