/**
 * What a build of Maven lends to the pipeline: its session, its resolver, its proxies and servers, its terminal. {@code PipelineFactory}
 * puts a pipeline together.
 */
@NullMarked
package io.github.distillmaven.mojo.wiring;

import org.jspecify.annotations.NullMarked;
