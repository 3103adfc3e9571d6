package io.github.distillmaven.report.drawing;

import io.github.distillmaven.report.figure.Palette;

/**
 * The colours of the two classes of points, after the article's figure: regions behind, points before them.
 *
 * @param regions of class 0 and 1
 * @param points of class 0 and 1
 */
public record PointColours(String[] regions, String[] points) {

    static PointColours of(Palette palette) {
        return palette == Palette.LIGHT
                ? new PointColours(new String[] {"#f8c3b8", "#bcd9f0"}, new String[] {"#a31621", "#12408f"})
                : new PointColours(new String[] {"#55302b", "#223f5c"}, new String[] {"#ff9a8c", "#8fc4ff"});
    }
}
