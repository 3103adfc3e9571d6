/**
 * What users can set: the catalog of all settings with path, type, default and description, and how the values of a group of them
 * become a part of an experiment.
 */
@NullMarked
package io.github.distillmaven.experiment.settings;

import org.jspecify.annotations.NullMarked;
