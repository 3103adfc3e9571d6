/** Data of the user's own: the forms that they can have, and how they become a data set like those of the catalog. */
@NullMarked
package io.github.distillmaven.dataset.own;

import org.jspecify.annotations.NullMarked;
