/**
 * What disks and their file systems answer, in words for people; what it takes that a file or folder appears whole; and the digest by which
 * content is known.
 */
@NullMarked
package io.github.distillmaven.disk;

import org.jspecify.annotations.NullMarked;
