/**
 * Both ends of the forked JVM that TensorFlow runs in: resolving its runtime, launching it, the requests that go in, the
 * events that come back, and what its exit code means. Does not know TensorFlow itself.
 */
@NullMarked
package io.github.distillmaven.worker;

import org.jspecify.annotations.NullMarked;
