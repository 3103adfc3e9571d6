/** How data of the user's own can be laid out, as far as it concerns those who add a format. */
@NullMarked
package io.github.distillmaven.extension.format;

import org.jspecify.annotations.NullMarked;
