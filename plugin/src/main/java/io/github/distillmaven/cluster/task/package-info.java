/** What is said of a task between the build, the driver of the engine, and an executor. */
@NullMarked
package io.github.distillmaven.cluster.task;

import org.jspecify.annotations.NullMarked;
