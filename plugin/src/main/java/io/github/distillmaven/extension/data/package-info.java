/** What components work on: examples and their targets, the answers of a teacher, the rows of a transfer set. */
package io.github.distillmaven.extension.data;
