package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.report.text.Numbers;

/**
 * A confusion matrix as a page prints it.
 *
 * @param classNames of rows and columns alike
 * @param rows one per true class
 * @param wordy whether the names are too long for the heads of narrow columns
 */
public record ConfusionTable(List<String> classNames, List<Row> rows, boolean wordy) {

    private static final int SHADES = 9;
    private static final int SHORT_NAME = 3;

    /** One true class, with the share of its images that were answered right. */
    record Row(String name, List<Cell> cells, String recall) {}

    /**
     * One count.
     *
     * @param count number of images
     * @param style class in the style sheet: right or wrong, and how dark
     */
    record Cell(String count, String style) {}

    static ConfusionTable of(List<String> classNames, ConfusionMatrix matrix) {
        List<Row> rows = new ArrayList<>();
        for (int label = 0; label < classNames.size(); label++) {
            List<Cell> cells = new ArrayList<>();
            int images = matrix.recall(label).trials();
            for (int answer = 0; answer < classNames.size(); answer++) {
                int count = matrix.count(label, answer);
                cells.add(new Cell(
                        Numbers.count(count),
                        (label == answer ? "right" : "wrong") + " shade-" + shade(count, images)));
            }
            rows.add(new Row(
                    classNames.get(label),
                    cells,
                    Numbers.percent(matrix.recall(label).value(), 1)));
        }
        return new ConfusionTable(classNames, rows, classNames.stream().anyMatch(name -> name.length() > SHORT_NAME));
    }

    /** The square root of the share: small confusions are what one looks for. */
    private static int shade(int count, int images) {
        return count == 0 ? 0 : (int) Math.ceil(SHADES * Math.sqrt(count / (double) images));
    }
}
