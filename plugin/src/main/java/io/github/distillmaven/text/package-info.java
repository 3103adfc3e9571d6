/** Text that others wrote, made fit for a log and for a page. Every other package may use it; it uses none. */
package io.github.distillmaven.text;
