package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Arms;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.Replicate;
import io.github.distillmaven.results.ReportRequest;

/** Says how far an answer can be trusted. */
public final class Reservation {

    private Reservation() {}

    static String ofOneRun(ReportRequest request, Findings findings) {
        String run = "One run, no verdict: seed " + request.seed() + " alone. ";
        if (!findings.tested()) {
            return run;
        }
        return run + "The student’s 95 % interval "
                + Numbers.interval(findings.student().test().wilson(), 1) + " " + againstChance(findings)
                + "; it covers the choice of test images, not the choice of seeds.";
    }

    static String ofReplicates(ReportRequest request, Findings findings) {
        String runs = findings.replicates().size() + " replicates, " + seeds(findings) + ". ";
        if (!findings.tested()) {
            return runs;
        }
        Arm student = Arms.of(request, findings).student();
        Spread spread = student.spread();
        String mean = "The standard deviation is %s points; the 95 %% interval of the mean, %s, %s. "
                .formatted(
                        Numbers.fixed(spread.standardDeviation() * 100, 1),
                        Numbers.interval(spread.meanInterval(), 1),
                        againstChance(findings));
        return runs + mean + verdict(request, student);
    }

    /** What the replicates say about the published number, with the reason. */
    static String verdict(ReportRequest request, Arm student) {
        if (student.verdict() == null) {
            return "Nothing was published to compare with.";
        }
        String rival = request.controls().contains(Control.SHUFFLED_WITHIN_CLASS)
                ? "that of the control " + Control.SHUFFLED_WITHIN_CLASS.folder()
                : "chance";
        String published = "Published: " + Numbers.publishedPercent(student.published()) + ", ";
        String interval = "the 95 % prediction interval of one further run, "
                + Numbers.interval(student.spread().predictionInterval(), 1);
        return switch (student.verdict()) {
            case ONE_RUN -> published + "one run, no verdict.";
            case REPRODUCED -> published + "reproduced: it lies within " + interval + ".";
            case DIRECTION_ONLY ->
                published + "direction only: it lies outside " + interval + ", but the mean’s interval lies above "
                        + rival + ".";
            case NOT_REPRODUCED ->
                published + "not reproduced: it lies outside " + interval
                        + ", and the mean’s interval does not lie above " + rival + ".";
        };
    }

    private static String againstChance(Findings findings) {
        return switch (findings.studentAgainstChance()) {
            case 1 -> "lies above chance";
            case 0 -> "includes chance";
            default -> "lies below chance";
        };
    }

    private static String seeds(Findings findings) {
        List<Long> seeds = findings.each(Replicate::seed);
        return "seeds " + seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
    }
}
