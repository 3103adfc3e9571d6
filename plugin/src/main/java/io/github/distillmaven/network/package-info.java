/** The networks of the plugin, one class each. */
package io.github.distillmaven.network;
