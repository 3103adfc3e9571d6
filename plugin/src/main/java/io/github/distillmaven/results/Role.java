package io.github.distillmaven.results;

import java.util.Locale;

/** Who is speaking in a figure. */
public enum Role {
    TEACHER,
    STUDENT,
    CONTROL;

    /** Class in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
