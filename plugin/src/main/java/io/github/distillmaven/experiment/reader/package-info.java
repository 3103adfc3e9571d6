/**
 * From what was written to an experiment: presets, the layers above them, arms and expectations. Whatever is wrong with them is said in one
 * go.
 */
@NullMarked
package io.github.distillmaven.experiment.reader;

import org.jspecify.annotations.NullMarked;
