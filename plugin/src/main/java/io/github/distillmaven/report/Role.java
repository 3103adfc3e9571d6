package io.github.distillmaven.report;

import java.util.Locale;

/** Who is speaking in a figure. */
enum Role {
    TEACHER,
    STUDENT,
    CONTROL;

    String colour(Palette palette) {
        return switch (this) {
            case TEACHER -> palette.teacher();
            case STUDENT -> palette.student();
            case CONTROL -> palette.control();
        };
    }

    /** Class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
