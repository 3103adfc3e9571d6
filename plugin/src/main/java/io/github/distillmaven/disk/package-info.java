/** What disks and their file systems answer, in words for people. */
package io.github.distillmaven.disk;
