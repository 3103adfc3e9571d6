package io.github.distillmaven.report.figure;

/** A drawing that can be made at any width, in any palette. */
public interface Figure {

    /** What it shows, for those who do not see it: its main facts in words. */
    String description();

    /** Height in CSS pixels, where it is {@code width} of them wide. */
    int height(int width);

    /** Draws it {@code width} CSS pixels wide. */
    Svg draw(int width, Palette palette);
}
