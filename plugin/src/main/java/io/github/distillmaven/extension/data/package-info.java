/** What components work on: examples and their targets, the answers of a teacher, the rows of a transfer set. */
@NullMarked
package io.github.distillmaven.extension.data;

import org.jspecify.annotations.NullMarked;
