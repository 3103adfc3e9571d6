package io.github.distillmaven.report.figure;

import io.github.distillmaven.results.Role;

/**
 * The colours of the figures, the same as in the style sheet. Text colours have a contrast of at least 4.5 : 1 on the
 * paper (WCAG 2.2, level AA).
 *
 * @param name part of the figures' file names
 * @param paper what the page is made of; figures themselves are transparent
 * @param ink text
 * @param muted secondary text
 * @param rule hairlines
 */
public record Palette(
        String name,
        String paper,
        String ink,
        String muted,
        String rule,
        String teacher,
        String student,
        String control,
        String chance) {

    public static final Palette LIGHT = new Palette(
            "light", "#ffffff", "#1b1f24", "#59626d", "#dfe3e8", "#1b6ca8", "#c2410c", "#74489d", "#6b7480");

    public static final Palette DARK =
            new Palette("dark", "#14171a", "#e9ebee", "#a3abb5", "#30373e", "#6db8ea", "#ff9a62", "#c3a2ea", "#98a1ab");

    /** What a role is drawn in. */
    public String of(Role role) {
        return switch (role) {
            case TEACHER, INDEPENDENT -> teacher;
            case STUDENT, COMPARISON -> student;
            case CONTROL -> control;
        };
    }
}
