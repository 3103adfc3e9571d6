/** Networks of teachers and of students against each other: {@code TeacherRow} is read, {@code ArchitectureMatrix} printed. */
@NullMarked
package io.github.distillmaven.report.architecture;

import org.jspecify.annotations.NullMarked;
