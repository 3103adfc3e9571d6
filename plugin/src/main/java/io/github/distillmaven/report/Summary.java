package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.List;

/** What the log says at the end of an experiment, in characters that every console shows. */
final class Summary {

    private final ReportRequest request;
    private final Findings findings;

    Summary(ReportRequest request, Findings findings) {
        this.request = request;
        this.findings = findings;
    }

    List<String> lines(Path page) {
        Double published =
                request.published() == null ? null : request.published().studentTestAccuracy();
        String numbers = "teacher %s, student %s %s (chance %s), agreement %s, %s"
                .formatted(
                        Numbers.percent(findings.teacherTest().value(), 1),
                        Numbers.percent(findings.studentTest().value(), 1),
                        Numbers.interval(findings.studentTest().wilson(), 1),
                        Numbers.roundPercent(findings.chance()),
                        Numbers.percent(findings.agreement().overall().value(), 1),
                        published == null ? "not published" : "published " + Numbers.publishedPercent(published));
        return List.of(
                request.experiment() + ": " + numbers.replace('\u00a0', ' ').replace(Numbers.UNKNOWN, "-"),
                "One run with seed " + request.seed() + ": no verdict.",
                "Report: " + page);
    }
}
