package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Path;

import gg.jte.Content;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.report.account.Account;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.figure.Figure;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/**
 * All that a section of a page may say something about.
 *
 * @param account what is said of it in words
 * @param gate what came out of what is expected of the experiment
 * @param baseline what changed since; null if there is none
 * @param folder of the page, where figures go
 */
public record Subject(
        ReportRequest request,
        Evidence evidence,
        Findings findings,
        Account account,
        GateResult gate,
        @Nullable BaselineComparison baseline,
        Path folder,
        Templates templates) {

    /** Width of a figure that takes that of the page. */
    public static final int PAGE_WIDTH = 944;

    /** Width of one of two figures side by side. */
    public static final int PANEL_WIDTH = 440;

    /** Draws a figure beside the page. */
    public Picture picture(String name, Figure figure, int width) throws IOException {
        return Picture.write(folder, name, figure, width);
    }

    /** A template of {@code section}, filled with the one thing that it prints. */
    public Content content(String template, Object model) {
        return templates.content("section/" + template, model);
    }

    /** Where the published numbers are from; null if there are none. */
    public @Nullable String source() {
        return Published.sourceOf(request.published());
    }

    /** What came of the attacks, in a sentence; empty if nothing was moved. */
    public String attack() {
        return AttackSuccess.sentence(findings.results(), request.teacherData().drawn() || request.givenTeacher());
    }

    /** How near the models are to their teachers. */
    public Fidelity fidelity() {
        return Fidelity.of(request, findings);
    }

    /** What the controls changed, in a sentence; empty if there is nothing to say. */
    public String labelsChanged() {
        return LabelChanges.of(findings.results()).sentence();
    }
}
