/**
 * What POMs and the command line say, read without a parameter for each setting: {@code ExperimentConfiguration} for the goals of an
 * experiment, {@code ConfiguredStores} for those of a store.
 */
@NullMarked
package io.github.distillmaven.mojo.configuration;

import org.jspecify.annotations.NullMarked;
