package io.github.distillmaven.report.section;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.report.LabelChanges;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;

/**
 * All metrics of one kind of student but the test accuracy and those of fidelity, each the mean over all replicates.
 *
 * @param transferSize smallest and largest number of training images
 * @param labelsChanged share of the treatment's labels that a control changed; empty for the treatment
 * @param means in the order of {@link #heads}
 * @param style class of the row in the style sheet
 */
public record MeasureRow(String name, String transferSize, String labelsChanged, List<String> means, String style) {

    /** What the columns of the means are called. */
    static List<String> heads(Findings findings) {
        return shown(findings).stream().map(Metric::heading).toList();
    }

    /** Of the treatment's students, then of each control's. */
    static List<MeasureRow> of(Findings findings) {
        LabelChanges changes = LabelChanges.of(findings.results());
        List<MeasureRow> rows = new ArrayList<>();
        for (Arm arm : findings.arms().students()) {
            rows.add(new MeasureRow(
                    arm.name(),
                    Numbers.counts(findings.replicates().stream().mapToInt(replicate -> size(replicate, arm))),
                    arm.isCompared() ? changes.share(arm.id()) : "",
                    shown(findings).stream()
                            .map(metric -> Numbers.of(metric.unit(), findings.mean(arm.id(), metric.label())))
                            .toList(),
                    arm.role().style()));
        }
        return rows;
    }

    private static int size(Results.Replicate replicate, Arm arm) {
        return replicate.arm(arm.id()).taught().size();
    }

    private static List<Metric> shown(Findings findings) {
        return Metrics.knownOf(findings.results()).of(Role.STUDENT).stream()
                .filter(metric -> !metric.label().equals(TestAccuracy.LABEL) && !metric.comparesWithTeacher())
                .toList();
    }
}
