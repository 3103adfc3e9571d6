/** What disks and their file systems answer, in words for people, and the digest by which content is known. */
@NullMarked
package io.github.distillmaven.disk;

import org.jspecify.annotations.NullMarked;
