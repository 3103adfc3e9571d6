/** What a build tells while it works: bars on a console, lines in a log. */
@NullMarked
package io.github.distillmaven.progress;

import org.jspecify.annotations.NullMarked;
