package io.github.distillmaven.report.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.report.text.Words;

/**
 * How often each class occurs: one horizontal bar per class, with its count. Of very many classes, the most frequent ones.
 *
 * @param subject what was counted, such as {@code Given labels}
 * @param classNames of all classes
 * @param histogram their counts
 * @param scale the count that fills the width; the same for charts to be compared
 * @param taught whether the teacher gave these labels, and so colours them
 */
public record BarChart(String subject, List<String> classNames, LabelHistogram histogram, int scale, boolean taught)
        implements Figure {

    private static final int ROW_HEIGHT = 23;
    private static final int BAR_HEIGHT = 15;
    private static final int COUNT_WIDTH = 56;
    private static final int MOST_BARS = 40;
    private static final int BARS_OF_MANY = 20;
    private static final int SHORTEST_LIMIT = 14;
    private static final int WIDTH_PER_CHARACTER = 22;
    private static final double CHARACTER_WIDTH = 8.5;

    public BarChart {
        classNames = List.copyOf(classNames);
    }

    @Override
    public String description() {
        List<Integer> shown = shown();
        String selection = shown.size() == classNames.size()
                ? ""
                : " (the %s most frequent of %s)".formatted(shown.size(), Numbers.count(classNames.size()));
        return shown.stream()
                .map(label -> classNames.get(label) + " "
                        + Numbers.count(histogram.counts().get(label)))
                .collect(Collectors.joining(", ", subject + selection + ": ", "."));
    }

    @Override
    public int height(int width) {
        return shown().size() * ROW_HEIGHT + 2;
    }

    @Override
    public Svg draw(int width, Palette palette) {
        Svg svg = new Svg(width, height(width), description());
        List<Integer> shown = shown();
        int longest = shown.stream()
                .mapToInt(label -> shorten(classNames.get(label), width).length())
                .max()
                .orElse(0);
        double left = Math.ceil(longest * CHARACTER_WIDTH) + 12;
        double span = width - left - COUNT_WIDTH;
        for (int row = 0; row < shown.size(); row++) {
            int label = shown.get(row);
            int count = histogram.counts().get(label);
            double top = row * ROW_HEIGHT + 3.0;
            double baseline = top + BAR_HEIGHT - 3;
            double length = scale == 0 ? 0 : span * count / scale;
            svg.text(left - 8, baseline, shorten(classNames.get(label), width), palette.ink(), "text-anchor", "end");
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
        return svg.line(left, 0, left, height(width), palette.muted());
    }

    /** How many of {@code classes} a chart shows. */
    public static int shownOf(int classes) {
        return classes <= MOST_BARS ? classes : BARS_OF_MANY;
    }

    private List<Integer> shown() {
        IntStream labels = IntStream.range(0, classNames.size());
        int bars = shownOf(classNames.size());
        return bars == classNames.size()
                ? labels.boxed().toList()
                : labels.boxed()
                        .sorted(Comparator.comparing(histogram.counts()::get, Comparator.reverseOrder()))
                        .limit(bars)
                        .toList();
    }

    /** Wide charts have room for longer names. */
    private static String shorten(String name, int width) {
        return Words.shortened(name, Math.max(SHORTEST_LIMIT, width / WIDTH_PER_CHARACTER));
    }
}
