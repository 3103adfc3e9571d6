/** What a build tells while it works: bars on a console, lines in a log. */
package io.github.distillmaven.progress;
