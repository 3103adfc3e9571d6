package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Arms;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.ReportRequest;

/** What the log says at the end of an experiment, in characters that every console shows. */
public final class Summary {

    private final ReportRequest request;
    private final Findings findings;
    private final BaselineComparison baseline;
    private final Arms arms;

    /** @param baseline null if there is none */
    Summary(ReportRequest request, Findings findings, BaselineComparison baseline) {
        this.request = request;
        this.findings = findings;
        this.baseline = baseline;
        this.arms = Arms.of(request, findings);
    }

    List<String> lines(Path page) {
        List<String> lines = new ArrayList<>();
        lines.add(request.experiment() + ": " + Answer.of(request, findings).sentence());
        if (findings.replicated()) {
            lines.add(replicates(arms.teacher(), ""));
            lines.add(replicates(arms.student(), ""));
            arms.controls().forEach(arm -> lines.add(replicates(arm, advantage(arm))));
            lines.add(Reservation.verdict(request, arms.student()));
        } else {
            lines.add(oneRun());
            arms.controls().forEach(arm -> lines.add(oneRun(arm)));
        }
        if (baseline != null) {
            lines.addAll(baseline.lines());
        }
        lines.replaceAll(Summary::plain);
        lines.add("Report: " + page);
        return lines;
    }

    private String oneRun() {
        Double published = arms.student().published();
        return "Teacher %s, student %s %s, agreement %s, published: %s. One run with seed %s: no verdict."
                .formatted(
                        Numbers.percent(findings.teacher().test().value(), 1),
                        Numbers.percent(findings.student().test().value(), 1),
                        Numbers.interval(findings.student().test().wilson(), 1),
                        Numbers.percent(findings.student().agreement().overall().value(), 1),
                        published == null ? "nothing" : Numbers.publishedPercent(published),
                        request.seed());
    }

    private static String oneRun(Arm arm) {
        return "%s: %s %s."
                .formatted(
                        name(arm),
                        Numbers.percent(arm.tests().get(0).value(), 1),
                        Numbers.interval(arm.tests().get(0).wilson(), 1));
    }

    private static String replicates(Arm arm, String more) {
        return "%s: %s (%s replicates)%s."
                .formatted(
                        name(arm), Numbers.spread(arm.spread(), 1), arm.tests().size(), more);
    }

    /** What the log calls an arm. */
    public static String name(Arm arm) {
        return arm.control() == null ? arm.name() : "Control " + arm.name();
    }

    private String advantage(Arm control) {
        return control.spread() == null
                ? ""
                : ", student minus control %s %s points"
                        .formatted(
                                Numbers.points(
                                        control.advantageOf(arms.student()).mean(), 1),
                                Numbers.interval(
                                        control.advantageOf(arms.student()).meanInterval(), 1));
    }

    /** The same in characters that every console shows. */
    public static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace(Numbers.UNKNOWN, "-")
                .replace("±", "+-")
                .replace("’", "'");
    }
}
