/** What trains models and lets them answer, and how the JVMs that it forks share the machine. */
@NullMarked
package io.github.distillmaven.pipeline.engine;

import org.jspecify.annotations.NullMarked;
