package io.github.distillmaven.report;

/** Who is speaking in a figure. */
enum Role {
    TEACHER,
    STUDENT;

    String colour(Palette palette) {
        return this == TEACHER ? palette.teacher() : palette.student();
    }
}
