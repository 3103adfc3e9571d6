package io.github.distillmaven.report;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.report.figure.BarChart;
import io.github.distillmaven.report.figure.CurveChart;
import io.github.distillmaven.report.figure.DotPlot;
import io.github.distillmaven.report.figure.LevelPlot;
import io.github.distillmaven.report.figure.LinePlot;
import io.github.distillmaven.report.figure.Palette;
import io.github.distillmaven.report.figure.ScatterPlot;
import io.github.distillmaven.report.figure.ScatterPlot.Dot;
import io.github.distillmaven.report.figure.Svg;
import io.github.distillmaven.results.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Figures")
class FigureTest {

    private static final int WIDTH = 440;
    /** What the axes of a line plot take of its width. */
    private static final int LEFT_AND_RIGHT = 92;

    @Test
    void escapeWhatTheyPrint() {
        String drawing = new Svg(10, 10, "a < b & \"c\"")
                .text(1.0, 2.5, "bell\u0007", "#000000")
                .document();

        assertThat(drawing)
                .contains("<title>a &lt; b &amp; &quot;c&quot;</title>")
                .contains("<text x=\"1\" y=\"2.5\" fill=\"#000000\">bell\ufffd</text>");
    }

    @Test
    void barOfAZeroCountHasNoLengthAndIsStillNamed() {
        BarChart chart =
                new BarChart("Given labels", List.of("cat", "dog"), new LabelHistogram(List.of(5, 0)), 5, true);

        assertThat(chart.description()).isEqualTo("Given labels: cat 5, dog 0.");
        assertThat(chart.draw(WIDTH, Palette.LIGHT).document())
                .contains("width=\"0\" height=\"15\"")
                .contains(">dog</text>");
    }

    @Test
    void barsWithoutAnyCountAreDrawn() {
        BarChart chart = new BarChart("Given labels", List.of("cat"), new LabelHistogram(List.of(0)), 0, true);

        assertThat(chart.draw(WIDTH, Palette.DARK).document()).doesNotContain("NaN");
    }

    @Test
    void barsOfVeryManyClassesAreThoseOfTheMostFrequent() {
        List<String> names =
                IntStream.range(0, 1000).mapToObj(label -> "class " + label).toList();
        LabelHistogram histogram =
                new LabelHistogram(IntStream.range(0, 1000).boxed().toList());

        BarChart chart = new BarChart("Given labels", names, histogram, 999, true);

        assertThat(chart.description())
                .startsWith("Given labels (the 20 most frequent of 1,000): class 999 999, class 998 998, ")
                .endsWith(", class 980 980.");
        assertThat(chart.height(640)).isLessThan(500);
    }

    @Test
    void dotsLieWithinTheirAxes() {
        ScatterPlot plot = new ScatterPlot(
                "",
                "error",
                "accuracy",
                Role.STUDENT,
                List.of(new Dot(0.12, 0.79), new Dot(0.13, 0.8)),
                new Dot(0.37, 0.5));

        String drawing = plot.draw(WIDTH, Palette.LIGHT).document();

        // 0.37 and 0.5, in steps of 10% from 5% below the least to 5% above the most, are the edge of neither axis.
        assertThat(drawing).contains(">0%</text>", ">50%</text>", ">90%</text>", ">published</text>");
    }

    @Test
    void oneDotHasAxesToo() {
        ScatterPlot plot = new ScatterPlot("", "x", "y", Role.STUDENT, List.of(new Dot(0, 1)), null);

        assertThat(plot.draw(WIDTH, Palette.DARK).document())
                .doesNotContain("NaN")
                .contains(">100.0%</text>");
    }

    @Test
    void longClassNamesAreShortened() {
        BarChart chart = new BarChart(
                "Own classes", List.of("an unusually long name"), new LabelHistogram(List.of(1)), 1, false);

        assertThat(chart.draw(WIDTH, Palette.LIGHT).document()).contains(">an unusually long n…</text>");
        assertThat(chart.draw(WIDTH / 2, Palette.LIGHT).document()).contains(">an unusually …</text>");
    }

    @Test
    void curvesSayWhereTheyBeginAndEnd() {
        History history =
                new History(List.of(new History.Epoch(0.1, 1, 0.5, 0.25), new History.Epoch(0.1, 1, 0.75, 0.5)));

        assertThat(new CurveChart(Role.STUDENT, "given labels", history, List.of(), 0.1).description())
                .isEqualTo("Student over 2 epochs: on given labels from 50.0% to 75.0%,"
                        + " on the test set from 25.0% to 50.0%.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1 2 3 4 5", "10, 2 4 6 8 10", "28, 5 10 15 20 25", "50, 10 20 30 40 50", "700, 200 400 600"
    })
    void epochsAreCountedInRoundSteps(int epochs, String ticks) {
        History history = new History(Collections.nCopies(epochs, new History.Epoch(0.1, 1, 0.5, 0.25)));

        String svg = new CurveChart(Role.STUDENT, "given labels", history, List.of(), 0.1)
                .draw(WIDTH, Palette.LIGHT)
                .document();

        assertThat(Pattern.compile(">(\\d+)</text>").matcher(svg).results().map(tick -> tick.group(1)))
                .containsExactly(ticks.split(" "));
    }

    @Test
    void curvesOfOtherReplicatesAreThinLinesOfTheTestSet() {
        History history = new History(Collections.nCopies(3, new History.Epoch(0.1, 1, 0.5, 0.25)));
        History other = new History(Collections.nCopies(3, new History.Epoch(0.1, 1, 0.9, 0.75)));

        String svg = new CurveChart(Role.STUDENT, "given labels", history, List.of(other, other), 0.1)
                .draw(WIDTH, Palette.LIGHT)
                .document();

        assertThat(svg.lines().filter(line -> line.contains("stroke-opacity")))
                .hasSize(2)
                // 206 - 0.75 * 196: bottom and height of the plot.
                .allSatisfy(line -> assertThat(line).contains(",59.00"));
    }

    @Test
    void curvesOfOneEpochOrNoneAreDrawn() {
        History one = new History(List.of(new History.Epoch(0.1, 1, 0.5, Double.NaN)));
        History none = new History(List.of());

        assertThat(new CurveChart(Role.TEACHER, "training set", one, List.of(), 0.1)
                        .draw(WIDTH, Palette.LIGHT)
                        .document())
                .doesNotContain("NaN");
        assertThat(new CurveChart(Role.TEACHER, "training set", none, List.of(), 0.1).description())
                .isEqualTo("Teacher: no epoch was trained.");
        assertThat(new CurveChart(Role.TEACHER, "training set", none, List.of(), 0.1)
                        .draw(WIDTH, Palette.LIGHT)
                        .document())
                .doesNotContain("polyline");
    }

    @Test
    void linesStandOnALogarithmicAxis() {
        LinePlot.Polyline line = new LinePlot.Polyline(
                "one",
                List.of(
                        new LinePlot.Point(10, 0.5, new Interval(0.4, 0.6), null),
                        new LinePlot.Point(100, 0.7, null, 0.75),
                        new LinePlot.Point(1000, 0.9, null, null)));
        LinePlot plot = new LinePlot("a line", "examples", List.of(line), 0.1, new LinePlot.Landmark("here", 100));

        String drawing = plot.draw(LEFT_AND_RIGHT + 200, Palette.LIGHT).document();

        // 10, 100 and 1000 are as far from each other.
        assertThat(drawing).contains("points=\"62.00,").contains(" 162.00,").contains(" 262.00,");
        assertThat(drawing).contains(">10</text>", ">100</text>", ">1,000</text>", ">here</text>", ">0%</text>");
        assertThat(drawing).contains("<path d=\"M162.00").doesNotContain(">one</text>", "NaN");
    }

    @Test
    void linesAreToldApartByDashesAndStandBesideEachOther() {
        LinePlot.Polyline line = new LinePlot.Polyline(
                "same",
                List.of(
                        new LinePlot.Point(10, 0.5, new Interval(0.4, 0.6), null),
                        new LinePlot.Point(1000, 0.9, new Interval(0.8, 1), null)));
        LinePlot plot = new LinePlot("lines", "examples", List.of(line, line, line), 0.1, null);

        String drawing = plot.draw(LEFT_AND_RIGHT + 200, Palette.LIGHT).document();

        assertThat(drawing)
                .containsSubsequence("points=\"57.00,", "points=\"62.00,", "points=\"67.00,")
                .contains("stroke-dasharray=\"none\"", "stroke-dasharray=\"6 4\"", "stroke-dasharray=\"2 3\"");
    }

    @Test
    void linesThatLieHighHaveAnAxisThatBeginsBelowThem() {
        LinePlot.Polyline high = new LinePlot.Polyline(
                "high", List.of(new LinePlot.Point(20, 0.72, null, null), new LinePlot.Point(21, 1, null, null)));
        LinePlot plot = new LinePlot("lines", "examples", List.of(high, high), 0.5, null);

        String drawing = plot.draw(WIDTH, Palette.DARK).document();

        assertThat(drawing).contains(">40%</text>", ">100%</text>", ">20</text>", ">21</text>", ">high</text>");
        assertThat(drawing).doesNotContain(">20%</text>", ">0%</text>");
    }

    @Test
    void dotsWithoutAnAccuracyAreLeftOut() {
        DotPlot.Mark unknown = new DotPlot.Mark(Role.STUDENT, Double.NaN, new Interval(0, 1));
        DotPlot plot =
                new DotPlot("x", List.of(new DotPlot.Track("Student", "not tested", 0.1, List.of(unknown), null)));

        assertThat(plot.draw(WIDTH, Palette.LIGHT).document())
                .doesNotContain("circle")
                .contains("chance 10");
    }

    @Test
    void dotsHaveTheirValuesBelowTheirNamesWhereThereIsNoRoomBeside() {
        DotPlot plot = new DotPlot(
                "x",
                List.of(new DotPlot.Track(
                        "two-dimensional", "teacher 100.0 ± 0.0%, student 58.1 ± 17.1%", 0.5, List.of(), null)));

        assertThat(plot.height(328)).isGreaterThan(plot.height(944));
        assertThat(plot.draw(944, Palette.LIGHT).document()).contains("x=\"944\" y=\"15\"");
        // The second line is smaller, so that all of it is to be seen.
        assertThat(plot.draw(328, Palette.LIGHT).document())
                .contains("x=\"0\" y=\"15\"", "x=\"0\" y=\"34\"")
                .containsPattern("font-size=\"1[12](\\.\\d+)?\">teacher");
    }

    @Test
    void dotsHaveALegendWhereARowHasSeveral() {
        DotPlot.Mark teacher = new DotPlot.Mark(Role.TEACHER, 0.9, null);
        DotPlot.Mark student = new DotPlot.Mark(Role.STUDENT, 0.5, null);
        DotPlot several = new DotPlot("x", List.of(new DotPlot.Track("one", "", 0.1, List.of(student, teacher), null)));
        DotPlot single = new DotPlot("x", List.of(new DotPlot.Track("one", "", 0.1, List.of(student), null)));

        assertThat(several.draw(WIDTH, Palette.LIGHT).document()).containsSubsequence(">teacher<", ">student<");
        assertThat(several.height(WIDTH)).isGreaterThan(single.height(WIDTH));
        assertThat(single.draw(WIDTH, Palette.LIGHT).document()).doesNotContain(">student<");
    }

    @Test
    void chanceIsNamedOnlyWhereItIsTheSameForAll() {
        DotPlot plot = new DotPlot(
                "x",
                List.of(
                        new DotPlot.Track("ten classes", "", 0.1, List.of(), null),
                        new DotPlot.Track("two classes", "", 0.5, List.of(), null)));

        assertThat(plot.draw(WIDTH, Palette.LIGHT).document()).doesNotContain("chance");
    }

    @Test
    @DisplayName("by levels say all means in words, and draw an interval where there is one")
    void byLevelsDrawMeansAndIntervals() {
        LevelPlot plot = new LevelPlot(
                "Recall of 3",
                "temperature",
                List.of("hard", "T = 1"),
                List.of(
                        new LevelPlot.Series(
                                "raw",
                                List.of(
                                        new LevelPlot.LevelPoint(0.25, new Range(0.2, 0.3)),
                                        new LevelPlot.LevelPoint(0.5, null))),
                        new LevelPlot.Series(
                                "with bias",
                                List.of(new LevelPlot.LevelPoint(0.75, null), new LevelPlot.LevelPoint(0.5, null)))));

        assertThat(plot.description())
                .isEqualTo("Recall of 3 by temperature. raw: hard 25.0%, T = 1 50.0%; with bias: hard 75.0%, T = 1"
                        + " 50.0%.");
        String drawing = plot.draw(WIDTH, Palette.LIGHT).document();
        assertThat(drawing.split("<polyline")).hasSize(3);
        assertThat(drawing.split("<circle")).hasSize(5);
        // Five lines of the grid, three of the interval.
        assertThat(drawing.split("<line")).hasSize(9);
        // The lines end in one point; their names do not.
        assertThat(drawing).contains("y=\"141\"").contains("y=\"125\"");
    }

    @Test
    @DisplayName("of one level draw it in the middle")
    void ofOneLevelDrawItInTheMiddle() {
        LevelPlot plot = new LevelPlot(
                "Recall",
                "temperature",
                List.of("hard"),
                List.of(new LevelPlot.Series("raw", List.of(new LevelPlot.LevelPoint(1, null)))));

        assertThat(plot.draw(WIDTH, Palette.DARK).document())
                .contains("cx=\"198\"")
                .doesNotContain("NaN");
    }
}
