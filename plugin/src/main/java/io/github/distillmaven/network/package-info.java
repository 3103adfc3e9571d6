/** The networks of the plugin, one class each. */
@NullMarked
package io.github.distillmaven.network;

import org.jspecify.annotations.NullMarked;
