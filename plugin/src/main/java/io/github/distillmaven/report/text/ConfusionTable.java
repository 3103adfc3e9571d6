package io.github.distillmaven.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.ConfusionMatrix;

/**
 * A confusion matrix as a page prints it: whole, or of very many classes the largest confusions.
 *
 * @param classNames of rows and columns alike; shortened where they would make the heads of columns too high
 * @param rows one per true class; empty if there are too many
 * @param largest the most frequent mistakes; empty if the rows are printed
 * @param wordy whether the names are too long for the heads of narrow columns
 */
public record ConfusionTable(List<String> classNames, List<ClassRow> rows, List<Confusion> largest, boolean wordy) {

    private static final int SHADES = 9;
    private static final int SHORT_NAME = 3;
    private static final int LONGEST_NAME = 20;
    private static final int MOST_CLASSES = 40;
    private static final int MOST_CONFUSIONS = 30;
    private static final int MOST_WIDE_COLUMNS = 12;

    /** One true class, with the share of its images that were answered right. */
    public record ClassRow(String name, List<Cell> cells, String recall) {}

    /**
     * One count.
     *
     * @param count number of images
     * @param style class in the style sheet: right or wrong, and how dark
     */
    public record Cell(String count, String style) {}

    /**
     * Images of one class that were taken for another.
     *
     * @param images how many
     * @param share of all images of the class
     */
    public record Confusion(String name, String answer, String images, String share) {}

    /** Class of the table in the style sheet. */
    public String style() {
        return "confusion" + (wordy ? " wordy" : "") + (rows.size() > MOST_WIDE_COLUMNS ? " narrow" : "");
    }

    /** Of a matrix of as many classes. */
    public static ConfusionTable of(List<String> classNames, ConfusionMatrix matrix) {
        boolean wordy = classNames.stream().anyMatch(name -> name.length() > SHORT_NAME);
        return classNames.size() > MOST_CLASSES
                ? new ConfusionTable(shortened(classNames), List.of(), largest(classNames, matrix), wordy)
                : new ConfusionTable(shortened(classNames), rows(classNames, matrix), List.of(), wordy);
    }

    private static List<String> shortened(List<String> classNames) {
        return classNames.stream()
                .map(name -> Words.shortened(name, LONGEST_NAME))
                .toList();
    }

    private static List<ClassRow> rows(List<String> classNames, ConfusionMatrix matrix) {
        List<ClassRow> rows = new ArrayList<>();
        for (int label = 0; label < classNames.size(); label++) {
            List<Cell> cells = new ArrayList<>();
            int images = matrix.recall(label).trials();
            for (int answer = 0; answer < classNames.size(); answer++) {
                int count = matrix.count(label, answer);
                cells.add(new Cell(
                        Numbers.count(count),
                        (label == answer ? "right" : "wrong") + " shade-" + shade(count, images)));
            }
            rows.add(new ClassRow(
                    classNames.get(label),
                    cells,
                    Numbers.percent(matrix.recall(label).value())));
        }
        return rows;
    }

    /** By number of images; of equals in the order of the classes. */
    private static List<Confusion> largest(List<String> classNames, ConfusionMatrix matrix) {
        int classes = classNames.size();
        return IntStream.range(0, classes * classes)
                .filter(cell -> cell / classes != cell % classes && matrix.count(cell / classes, cell % classes) > 0)
                .boxed()
                .sorted(Comparator.comparing(
                        cell -> matrix.count(cell / classes, cell % classes), Comparator.reverseOrder()))
                .limit(MOST_CONFUSIONS)
                .map(cell -> {
                    int count = matrix.count(cell / classes, cell % classes);
                    int images = matrix.recall(cell / classes).trials();
                    return new Confusion(
                            classNames.get(cell / classes),
                            classNames.get(cell % classes),
                            Numbers.count(count),
                            Numbers.percent(count / (double) images));
                })
                .toList();
    }

    /** The square root of the share: small confusions are what one looks for. */
    private static int shade(int count, int images) {
        return count == 0 ? 0 : (int) Math.ceil(SHADES * Math.sqrt(count / (double) images));
    }
}
