/** The one package that knows Apache Spark: its driver, a JVM that a build forks, and what its executors run. */
@NullMarked
package io.github.distillmaven.cluster.spark;

import org.jspecify.annotations.NullMarked;
