/** The sections that show images, pixel by pixel: what students saw, what they were asked, and how that was moved. */
@NullMarked
package io.github.distillmaven.report.section.image;

import org.jspecify.annotations.NullMarked;
