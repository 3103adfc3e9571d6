/** The other end of a task: what an executor does, in a class loader of its own. */
@NullMarked
package io.github.distillmaven.cluster.executor;

import org.jspecify.annotations.NullMarked;
