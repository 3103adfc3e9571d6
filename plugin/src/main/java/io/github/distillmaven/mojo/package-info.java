/** The goals: one thin class each. Parameters in, one call to the pipeline out. */
package io.github.distillmaven.mojo;
