package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.dataset.points.LabelledPoint;
import io.github.distillmaven.dataset.points.MovedPoint;
import io.github.distillmaven.dataset.points.PointAnswers;
import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.PointEvidence;
import org.kohsuke.MetaInfServices;

/** The four panels of the first seed, as in the article's figure. */
@MetaInfServices(Section.class)
public final class PanelsSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param seed of the panels
     * @param right how many points its student answers right, in words
     */
    public record Model(long seed, List<Panel> panels, String right) {}

    /** A panel with its letter and what it shows. */
    public record Panel(String letter, String title, Picture picture) {}

    public PanelsSection() {
        super("panels", "four panels of one seed, as in the article's figure", 10, "One seed");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        PointEvidence plane = subject.evidence().plane().orElse(null);
        if (plane == null) {
            return Optional.empty();
        }
        long seed = subject.request().seed();
        Proportion right = subject.findings().student().test();
        return Optional.of(subject.content(
                "panels",
                new Model(seed, panels(subject, plane), "%s of %s".formatted(right.successes(), right.trials()))));
    }

    private static List<Panel> panels(Subject subject, PointEvidence plane) throws IOException {
        long seed = subject.request().seed();
        List<PointPanel.Mark> originals = new ArrayList<>();
        List<PointPanel.Mark> tested = new ArrayList<>();
        List<LabelledPoint> points = plane.points().get(seed);
        List<PointAnswers.Row> answers = plane.answers().of(seed, "student");
        for (int index = 0; index < points.size(); index++) {
            LabelledPoint point = points.get(index);
            boolean wrong = answers.get(index).predicted() != point.label();
            originals.add(new PointPanel.Mark(point.x(), point.y(), point.label(), false));
            tested.add(new PointPanel.Mark(point.x(), point.y(), point.label(), wrong));
        }
        List<PointPanel.Mark> flips = plane.moved().get(seed).stream()
                .filter(MovedPoint::kept)
                .map(point -> new PointPanel.Mark(point.x(), point.y(), point.givenLabel(), false))
                .toList();
        double epsilon =
                Double.parseDouble(plane.request().perturbation().values().get("epsilon"));
        DecisionSurface teacher = plane.teacherSurface();
        DecisionSurface student = plane.studentSurface();
        return List.of(
                panel(subject, "a", "original data set and model", teacher, originals, epsilon),
                panel(subject, "b", "moved points that flip the model in (a)", teacher, flips, 0),
                panel(subject, "c", "model trained on nothing but (b)", student, flips, 0),
                panel(subject, "d", "model (c) on the original data, mistakes ringed", student, tested, 0));
    }

    private static Panel panel(
            Subject subject,
            String letter,
            String title,
            DecisionSurface surface,
            List<PointPanel.Mark> marks,
            double box)
            throws IOException {
        long wrong = marks.stream().filter(PointPanel.Mark::wrong).count();
        String description = "Panel %s, %s: %s points%s."
                .formatted(letter, title, marks.size(), letter.equals("d") ? ", " + wrong + " of them wrong" : "");
        return new Panel(
                letter,
                title,
                subject.picture("panel-" + letter, new PointPanel(description, surface, marks, box), PointPanel.WIDTH));
    }
}
