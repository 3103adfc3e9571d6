/**
 * The build's end of a cluster: {@code ClusterWorkers} has requests answered by the executors of an engine that spreads tasks over
 * machines, to which files go by their digests, and from which events, logs and results come back. {@code spark} is that engine, and alone
 * knows it; {@code executor} is the other end; {@code start} and {@code task} is what both ends know.
 */
@NullMarked
package io.github.distillmaven.cluster;

import org.jspecify.annotations.NullMarked;
