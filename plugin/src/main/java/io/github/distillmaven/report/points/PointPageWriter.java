package io.github.distillmaven.report.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.PointAnswers;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.report.Caveat;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.MarkdownSummary;
import io.github.distillmaven.report.Provenance;
import io.github.distillmaven.report.ProvenancePage;
import io.github.distillmaven.report.Remaking;
import io.github.distillmaven.report.SettingRow;
import io.github.distillmaven.report.Templates;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.export.ArmTable;
import io.github.distillmaven.report.export.ShareFormat;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.report.text.PointNumbers;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.PointEvidence;
import io.github.distillmaven.results.PointReportRequest;

/**
 * Writes the page of a two-dimensional experiment. Its panels are those of the first seed.
 *
 * @param gate what came out of what is expected of the experiment
 * @param baseline what changed since; null if there is none
 * @param labelsChanged what the controls changed, in a sentence; empty if there is nothing to say
 */
public record PointPageWriter(
        PointReportRequest request,
        PointEvidence evidence,
        Findings findings,
        GateResult gate,
        BaselineComparison baseline,
        String labelsChanged) {

    private static final int PAGE_WIDTH = 944;

    /** Writes it with its figures and the style sheet into an empty folder. */
    void write(Path folder) throws IOException {
        int points = findings.arms().student().tests().get(0).trials();
        int right = findings.arms().student().tests().get(0).successes();
        PointPage page = new PointPage(
                request.experiment(),
                request.preset(),
                seed(),
                request.seeds().size() > 1,
                PointAnswerSentence.of(request, evidence, findings),
                panels(folder),
                "%s of %s".formatted(right, points),
                Picture.write(
                        folder,
                        "histograms",
                        new PointHistograms(findings.arms().students(), points),
                        PAGE_WIDTH),
                PointRow.of(findings),
                ArmTable.test(findings.arms()),
                gate,
                baseline,
                labelsChanged,
                points,
                Published.sourceOf(request.published()),
                caveats(),
                SettingRow.of(request.settings()),
                Remaking.of(
                        request.experiment(),
                        request.settings(),
                        request.occasion().profiles()),
                evidence.steps().get(0).environment().get("plugin"));
        Templates templates = new Templates();
        templates.write(folder.resolve("index.html"), "points", page);
        templates.write(
                folder.resolve("provenance.html"),
                "provenance",
                new ProvenancePage(
                        request.experiment(),
                        seed(),
                        request.seeds().size() > 1,
                        Provenance.of(evidence.steps(), request.occasion())));
        templates.copyStyleSheet(folder);
    }

    /** What matters of it for a job's summary. */
    String markdown() {
        PointNumbers numbers =
                new PointNumbers(findings.arms().student().tests().get(0).trials());
        return new MarkdownSummary(
                        request.experiment(),
                        request.preset(),
                        PointAnswerSentence.of(request, evidence, findings),
                        ArmTable.of(findings.arms(), new ShareFormat.Points(numbers)),
                        ("Points answered right, of "
                                        + findings.arms()
                                                .student()
                                                .tests()
                                                .get(0)
                                                .trials() + ". "
                                        + (request.seeds().size() > 1
                                                ? "Intervals are Student’s t over the seeds; differences are paired by seed. "
                                                : "Intervals are Wilson’s: they cover the choice of points, of one network. ")
                                        + ArmTable.test(findings.arms()))
                                .strip(),
                        Published.sourceOf(request.published()),
                        gate,
                        baseline,
                        labelsChanged,
                        caveats(),
                        SettingRow.of(request.settings()),
                        request.occasion().origin())
                .markdown();
    }

    private long seed() {
        return request.seeds().get(0);
    }

    private List<PointPage.Panel> panels(Path folder) throws IOException {
        List<PointPanel.Mark> originals = new ArrayList<>();
        List<PointPanel.Mark> tested = new ArrayList<>();
        List<LabelledPoint> points = evidence.points().get(seed());
        List<PointAnswers.Row> answers = evidence.answers().of(seed(), "student");
        for (int index = 0; index < points.size(); index++) {
            LabelledPoint point = points.get(index);
            boolean wrong = answers.get(index).predicted() != point.label();
            originals.add(new PointPanel.Mark(point.x(), point.y(), point.label(), false));
            tested.add(new PointPanel.Mark(point.x(), point.y(), point.label(), wrong));
        }
        List<PointPanel.Mark> flips = evidence.moved().get(seed()).stream()
                .filter(MovedPoint::kept)
                .map(point -> new PointPanel.Mark(point.x(), point.y(), point.givenLabel(), false))
                .toList();
        double epsilon = request.perturbation().epsilon();
        DecisionSurface teacher = evidence.teacherSurface();
        DecisionSurface student = evidence.studentSurface();
        return List.of(
                panel(folder, "a", "original data set and model", teacher, originals, epsilon),
                panel(folder, "b", "moved points that flip the model in (a)", teacher, flips, 0),
                panel(folder, "c", "model trained on nothing but (b)", student, flips, 0),
                panel(folder, "d", "model (c) on the original data, mistakes ringed", student, tested, 0));
    }

    private static PointPage.Panel panel(
            Path folder, String letter, String title, DecisionSurface surface, List<PointPanel.Mark> marks, double box)
            throws IOException {
        long wrong = marks.stream().filter(PointPanel.Mark::wrong).count();
        String description = "Panel %s, %s: %s points%s."
                .formatted(letter, title, marks.size(), letter.equals("d") ? ", " + wrong + " of them wrong" : "");
        return new PointPage.Panel(
                letter,
                title,
                Picture.write(
                        folder, "panel-" + letter, new PointPanel(description, surface, marks, box), PointPanel.WIDTH));
    }

    private List<Caveat> caveats() {
        List<Caveat> caveats = new ArrayList<>();
        if (request.seeds().size() == 1) {
            caveats.add(new Caveat(
                    "One seed.",
                    "Another seed gives other points and other networks, and the spread over seeds is wide: nothing is reproduced or"
                            + " refuted here."));
        }
        if (request.controls().isEmpty()) {
            caveats.add(new Caveat(
                    "No control.",
                    "Neither shuffled labels nor unperturbed points were tried, so that nothing here says what the student owes to"
                            + " the match between a point and its label."));
        }
        Caveat.ofSettings(request.preset(), request.published(), request.settings())
                .ifPresent(caveats::add);
        caveats.add(new Caveat(
                "Epsilon.",
                "In the article’s figure every moved point is at a corner of a box of half-side 0.06; the 0.12 of its text is the"
                        + " side of that box."));
        caveats.add(new Caveat(
                "Teacher.",
                "Its points are drawn again until it answers them all, so that its score is a choice and no result."));
        caveats.add(new Caveat(
                "Recipe.",
                "The article gives neither network nor optimiser, and one number of one run; ours follow the example in two"
                        + " dimensions of Wong and Kolter (2018), whose plots its figure follows."));
        return caveats;
    }
}
