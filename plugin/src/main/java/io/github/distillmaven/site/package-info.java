/**
 * What {@code mvn site} shows of the experiments of a module: {@code SiteReport} copies their pages into the site and writes one more
 * within its skin, {@code SitePage}, that leads to them. Nothing is trained or fetched for it.
 */
@NullMarked
package io.github.distillmaven.site;

import org.jspecify.annotations.NullMarked;
