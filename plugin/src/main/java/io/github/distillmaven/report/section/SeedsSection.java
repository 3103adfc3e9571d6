package io.github.distillmaven.report.section;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.drawing.PointHistograms;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.report.text.ArmRow;
import io.github.distillmaven.results.arms.Findings;
import org.jspecify.annotations.Nullable;
import org.kohsuke.MetaInfServices;

/** How many of the points all seeds have right: a histogram and a table. */
@MetaInfServices(Section.class)
public final class SeedsSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param test what the p values are, and of how many comparisons; empty if there are none
     * @param labelsChanged what the controls changed, in a sentence; empty if there is nothing to say
     * @param attack what came of the attacks, in a sentence; empty if nothing was moved
     * @param points number of points
     * @param source where the published numbers are from; null if there are none
     */
    public record SeedsModel(
            Picture histograms,
            List<ArmRow> rows,
            String test,
            String labelsChanged,
            String attack,
            int points,
            @Nullable String source) {}

    public SeedsSection() {
        super("seeds", "how many seeds have how many points right", 20, "All seeds");
    }

    @Override
    public String anchor() {
        return "result";
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        if (!subject.evidence().isOfLearntPoints()) {
            return Optional.empty();
        }
        Findings findings = subject.findings();
        int points = findings.student().test().trials();
        return Optional.of(subject.content(
                "seeds",
                new SeedsModel(
                        subject.picture(
                                "histograms",
                                new PointHistograms(findings.arms().students(), points, findings.chance()),
                                Subject.PAGE_WIDTH),
                        ArmRow.of(findings, subject.account().format()),
                        ArmRow.test(findings),
                        subject.labelsChanged(),
                        subject.attack(),
                        points,
                        subject.source())));
    }
}
