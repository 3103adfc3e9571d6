/**
 * What a step is: its name, what its key is made of, the folder of its result, and the workspace of the experiment, replicate or arm that
 * it belongs to.
 */
@NullMarked
package io.github.distillmaven.pipeline.step;

import org.jspecify.annotations.NullMarked;
