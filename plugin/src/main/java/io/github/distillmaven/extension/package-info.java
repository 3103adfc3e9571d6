/**
 * What a jar below the plugin's {@code <dependencies>} needs to add something that users choose by name: the {@linkplain
 * io.github.distillmaven.extension.Component components}, one interface for each kind, and what these are called with. The {@linkplain
 * io.github.distillmaven.extension.data data} that they work on and their {@linkplain io.github.distillmaven.extension.option options}
 * have a package each. Nothing here knows TensorFlow or Maven.
 *
 * <p>A component is a public class with a public constructor without parameters, named in {@code META-INF/services}. The plugin's own
 * components are found in the same way.
 */
@NullMarked
package io.github.distillmaven.extension;

import org.jspecify.annotations.NullMarked;
