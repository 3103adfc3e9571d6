/** What an experiment would make, without making it: which results are there, and how long the others take. */
@NullMarked
package io.github.distillmaven.pipeline.plan;

import org.jspecify.annotations.NullMarked;
