/** The state of the sources that a build runs in, asked of the program {@code git}: {@code GitState}. */
@NullMarked
package io.github.distillmaven.provenance.git;

import org.jspecify.annotations.NullMarked;
