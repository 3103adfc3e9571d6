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
        String numbers = "Teacher %s, student %s %s, agreement %s, published: %s. One run with seed %d: no verdict."
                .formatted(
                        Numbers.percent(findings.teacherTest().value(), 1),
                        Numbers.percent(findings.studentTest().value(), 1),
                        Numbers.interval(findings.studentTest().wilson(), 1),
                        Numbers.percent(findings.agreement().overall().value(), 1),
                        published == null ? "nothing" : Numbers.publishedPercent(published),
                        request.seed());
        return List.of(
                plain(request.experiment() + ": " + Answer.of(request, findings).sentence()),
                plain(numbers),
                "Report: " + page);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace(Numbers.UNKNOWN, "-");
    }
}
