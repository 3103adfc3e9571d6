package io.github.distillmaven.report.points;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.Summary;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.report.text.PointNumbers;
import io.github.distillmaven.results.Advantage;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.PointEvidence;
import io.github.distillmaven.results.PointReportRequest;

/**
 * What the log says at the end of a two-dimensional experiment, in characters that every console shows.
 *
 * @param baseline what changed since; null if there is none
 */
public record PointSummary(
        PointReportRequest request, PointEvidence evidence, Findings findings, BaselineComparison baseline) {

    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** @param labelsChanged what the controls changed, in a sentence; empty if there is nothing to say */
    List<String> lines(String labelsChanged, Path page) {
        PointNumbers numbers =
                new PointNumbers(findings.arms().student().tests().get(0).trials());
        List<String> lines = new ArrayList<>();
        lines.add(request.experiment() + ": "
                + PointAnswerSentence.of(request, evidence, findings).sentence());
        if (request.seeds().size() > 1) {
            lines.add(arm(findings.arms().student(), numbers) + ".");
            findings.arms()
                    .advantages()
                    .forEach(advantage -> lines.add(arm(advantage.arm(), numbers) + inWords(advantage, numbers)));
            lines.add(PointAnswerSentence.verdict(request, findings, numbers));
        } else {
            findings.arms()
                    .students()
                    .forEach(arm -> lines.add("%s: %s of %s, one network."
                            .formatted(
                                    Summary.name(arm),
                                    arm.tests().get(0).successes(),
                                    findings.arms().student().tests().get(0).trials())));
        }
        lines.add("Teacher: %s of %s; the points of %s seeds were drawn again until it learnt them all."
                .formatted(
                        numbers.spread(findings.arms().teacher().spread()),
                        findings.arms().student().tests().get(0).trials(),
                        evidence.redrawn()));
        if (!labelsChanged.isEmpty()) {
            lines.add(labelsChanged);
        }
        if (baseline != null) {
            lines.addAll(baseline.lines());
        }
        lines.replaceAll(Summary::plain);
        lines.add("Report: " + page);
        return lines;
    }

    private String arm(Arm arm, PointNumbers numbers) {
        StringBuilder quantiles = new StringBuilder();
        for (double share : SHARES) {
            quantiles.append(' ').append(arm.quantile(share));
        }
        return "%s: %s of %s (%s seeds), mean %s, quantiles of 5, 25, 50, 75, 95 %%:%s"
                .formatted(
                        Summary.name(arm),
                        numbers.spread(arm.spread()),
                        findings.arms().student().tests().get(0).trials(),
                        arm.tests().size(),
                        numbers.interval(arm.spread().meanInterval()),
                        quantiles);
    }

    private static String inWords(Advantage advantage, PointNumbers numbers) {
        Spread difference = advantage.difference().spread();
        return "; student minus control %s %s, p %s."
                .formatted(
                        numbers.difference(difference.mean()),
                        numbers.interval(difference.meanInterval()),
                        Numbers.pValue(advantage.adjustedPValue()));
    }
}
