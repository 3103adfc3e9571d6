/**
 * What both ends of the forked JVM that TensorFlow runs in know: the requests that go in, the events that come back, and what
 * exit codes mean. {@code launch} is the build's end, {@code process} the forked one's, {@code runtime} finds TensorFlow's jars.
 * None of them knows TensorFlow itself.
 */
@NullMarked
package io.github.distillmaven.worker;

import org.jspecify.annotations.NullMarked;
