/** How inputs are moved before a teacher labels them, within a ball around each. */
@NullMarked
package io.github.distillmaven.transfer.attack;

import org.jspecify.annotations.NullMarked;
