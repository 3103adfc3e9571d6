/** The options of a component: which there are, what each may hold, and what a user chose. */
@NullMarked
package io.github.distillmaven.extension.option;

import org.jspecify.annotations.NullMarked;
