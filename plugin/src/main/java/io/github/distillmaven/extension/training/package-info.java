/** What trainings are made of. */
@NullMarked
package io.github.distillmaven.extension.training;

import org.jspecify.annotations.NullMarked;
