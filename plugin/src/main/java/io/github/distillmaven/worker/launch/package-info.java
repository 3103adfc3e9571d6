/**
 * The build's end of the forked JVM: {@code WorkerLauncher} starts one or takes one that has answered before, hands it a request, listens to
 * its events, and says in words why it ended.
 */
@NullMarked
package io.github.distillmaven.worker.launch;

import org.jspecify.annotations.NullMarked;
