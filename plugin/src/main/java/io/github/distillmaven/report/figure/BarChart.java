package io.github.distillmaven.report.figure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.report.text.Numbers;

/**
 * How often each class occurs: one horizontal bar per class, with its count.
 *
 * @param subject what was counted, such as {@code Given labels}
 * @param classNames one per bar
 * @param histogram their counts
 * @param scale the count that fills the width; the same for charts to be compared
 * @param taught whether the teacher gave these labels, and so colours them
 */
public record BarChart(String subject, List<String> classNames, LabelHistogram histogram, int scale, boolean taught)
        implements Figure {

    private static final int ROW_HEIGHT = 23;
    private static final int BAR_HEIGHT = 15;
    private static final int COUNT_WIDTH = 56;
    private static final int LONGEST_NAME = 14;
    private static final double CHARACTER_WIDTH = 7.2;

    public BarChart {
        classNames = List.copyOf(classNames);
    }

    @Override
    public String description() {
        return IntStream.range(0, classNames.size())
                .mapToObj(label -> classNames.get(label) + " "
                        + Numbers.count(histogram.counts().get(label)))
                .collect(Collectors.joining(", ", subject + ": ", "."));
    }

    @Override
    public int height() {
        return classNames.size() * ROW_HEIGHT + 2;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, height(), description());
        int longest = classNames.stream()
                .mapToInt(name -> shorten(name).length())
                .max()
                .orElse(0);
        double left = Math.ceil(longest * CHARACTER_WIDTH) + 12;
        double span = width - left - COUNT_WIDTH;
        for (int label = 0; label < classNames.size(); label++) {
            int count = histogram.counts().get(label);
            double top = label * ROW_HEIGHT + 3.0;
            double baseline = top + BAR_HEIGHT - 3;
            double length = scale == 0 ? 0 : span * count / scale;
            svg.text(left - 8, baseline, shorten(classNames.get(label)), palette.ink(), "text-anchor", "end");
            svg.shape(
                    "rect",
                    "x",
                    left,
                    "y",
                    top,
                    "width",
                    length,
                    "height",
                    BAR_HEIGHT,
                    "fill",
                    taught ? palette.teacher() : palette.chance());
            svg.text(left + length + 6, baseline, Numbers.count(count), palette.muted());
        }
        return svg.line(left, 0, left, height(), palette.muted());
    }

    private static String shorten(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
