/**
 * What an experiment is: immutable settings, the presets they start from, the validation of what the user wrote, and the
 * seed streams that everything random draws from. Knows nothing of Maven, TensorFlow or files on disk.
 */
package io.github.distillmaven.experiment;
