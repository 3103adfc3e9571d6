package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import gg.jte.Content;
import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.drawing.PointPanel;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.PlaneEvidence;
import org.kohsuke.MetaInfServices;

/** The four panels of the first seed, as in the article's figure. */
@MetaInfServices(Section.class)
public final class PanelsSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param seed of the panels
     * @param right how many points its student answers right, in words
     * @param squares whether panel (a) shows how far a point may be moved
     */
    public record PanelsModel(long seed, List<Panel> panels, String right, boolean squares) {}

    /** A panel with its letter and what it shows. */
    public record Panel(String letter, String title, Picture picture) {}

    public PanelsSection() {
        super("panels", "four panels of one seed, as in the article's figure", 10, "One seed");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        PlaneEvidence plane = subject.evidence().plane().orElse(null);
        if (plane == null) {
            return Optional.empty();
        }
        Proportion right = subject.findings().student().test();
        double epsilon =
                Double.parseDouble(subject.request().perturbation().values().getOrDefault("epsilon", "0"));
        return Optional.of(subject.content(
                "panels",
                new PanelsModel(
                        subject.request().seed(),
                        panels(subject, plane, epsilon),
                        "%s of %s".formatted(right.successes(), right.trials()),
                        epsilon > 0)));
    }

    private static List<Panel> panels(Subject subject, PlaneEvidence plane, double epsilon) throws IOException {
        Evidence evidence = subject.evidence();
        int[] answers =
                evidence.first().student().model().predictions().answers().predicted();
        List<PointPanel.LabelledPoint> originals = marks(evidence.testExamples(), point -> false);
        List<PointPanel.LabelledPoint> tested = marks(
                evidence.testExamples(),
                point -> answers[point] != evidence.testExamples().label(point));
        List<PointPanel.LabelledPoint> flips = marks(evidence.transferExamples(), point -> false);
        return List.of(
                panel(subject, "a", "original data set and model", plane.teacher(), originals, epsilon),
                panel(subject, "b", learnt(subject), plane.teacher(), flips, 0),
                panel(subject, "c", "model trained only on (b)", plane.student(), flips, 0),
                panel(subject, "d", "model (c) on the original data, mistakes ringed", plane.student(), tested, 0));
    }

    private static String learnt(Subject subject) {
        return subject.findings().allLabelsWrong()
                ? "moved points that flip the model in (a)"
                : "points that the student learns, under their given labels";
    }

    private static List<PointPanel.LabelledPoint> marks(Examples points, IntPredicate wrong) {
        float[] coordinates = points.values() instanceof Values.FloatValues numbers ? numbers.floats() : new float[0];
        return IntStream.range(0, coordinates.length / 2)
                .mapToObj(point -> new PointPanel.LabelledPoint(
                        coordinates[2 * point], coordinates[2 * point + 1], points.label(point), wrong.test(point)))
                .toList();
    }

    private static Panel panel(
            Subject subject,
            String letter,
            String title,
            DecisionSurface surface,
            List<PointPanel.LabelledPoint> marks,
            double ball)
            throws IOException {
        long wrong = marks.stream().filter(PointPanel.LabelledPoint::wrong).count();
        String description = "Panel %s, %s: %s points%s."
                .formatted(letter, title, marks.size(), letter.equals("d") ? ", " + wrong + " of them wrong" : "");
        return new Panel(
                letter,
                title,
                subject.picture(
                        "panel-" + letter,
                        new PointPanel(
                                description,
                                surface,
                                marks,
                                ball,
                                "l2"
                                        .equals(subject.request()
                                                .perturbation()
                                                .values()
                                                .get("norm"))),
                        PointPanel.WIDTH));
    }
}
