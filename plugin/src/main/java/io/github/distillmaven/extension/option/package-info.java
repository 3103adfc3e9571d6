/** The options of a component: which there are, what each may hold, and what a user chose. */
package io.github.distillmaven.extension.option;
