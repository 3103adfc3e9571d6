package io.github.distillmaven.report.account;

import java.util.List;

import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/** Says how far an answer can be trusted. */
public final class Reservation {

    private Reservation() {}

    static String ofOneRun(ReportRequest request, Findings findings) {
        String run = "One network, no verdict: seed " + request.seed() + " alone. ";
        if (findings.tested()) {
            run += "The student’s 95% interval "
                    + Numbers.interval(findings.student().test().wilson())
                    + " covers the choice of test " + request.teacherData().noun()
                    + "; how far other seeds lie from it was not measured. ";
        }
        return (run + difference(request.published())).strip();
    }

    static String ofReplicates(ReportRequest request, Findings findings) {
        String runs = findings.replicates().size() + " replicates, " + seeds(findings) + ". ";
        Arm student = findings.arms().student();
        Spread spread = student.spread();
        Double deviation = spread == null ? null : spread.standardDeviation();
        if (spread == null || deviation == null) {
            return (runs + difference(request.published())).strip();
        }
        String mean = "The standard deviation is %s points, the 95%% interval of the mean %s. "
                .formatted(Numbers.hundredfold(deviation), Numbers.interval(spread.meanInterval()));
        VerdictSentence sentence = new VerdictSentence(request.published(), student, new NumberFormat.Percent());
        return runs + mean + sentence.effect() + sentence.verdict();
    }

    /** Why the published numbers are not shown; empty if they are, or if there are none. */
    public static String difference(@Nullable Published published) {
        return published == null || published.holds()
                ? ""
                : published.differenceInWords() + " So its numbers are not shown here.";
    }

    private static String seeds(Findings findings) {
        List<Long> seeds = findings.each(Results.Replicate::seed);
        return "seeds " + seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
    }
}
