/**
 * The work of the forked JVM, in TensorFlow's graph mode: networks, training and its checkpoints, labelling, exported models. The only package
 * that knows {@code org.tensorflow}. It keeps to the API that TensorFlow Java 0.5.0 and 1.1.0 share, so that one engine runs
 * on every runtime.
 */
package io.github.distillmaven.tensorflow;
