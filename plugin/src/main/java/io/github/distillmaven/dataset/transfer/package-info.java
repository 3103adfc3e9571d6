/** Transfer sets: how one is made of a teacher's answers, what its files say, and whether a student could learn from it. */
@NullMarked
package io.github.distillmaven.dataset.transfer;

import org.jspecify.annotations.NullMarked;
