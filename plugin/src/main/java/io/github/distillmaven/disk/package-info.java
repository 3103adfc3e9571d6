/** What disks and their file systems answer, in words for people. */
@NullMarked
package io.github.distillmaven.disk;

import org.jspecify.annotations.NullMarked;
