/** How a task begins on an executor: by nothing but Java, since the engine has other versions of our libraries on its class path. */
@NullMarked
package io.github.distillmaven.cluster.start;

import org.jspecify.annotations.NullMarked;
