package io.github.distillmaven.report.points;

import io.github.distillmaven.experiment.Attack;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.Answer;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.report.text.PointNumbers;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.PointFindings;
import io.github.distillmaven.results.PointReportRequest;

/** What a two-dimensional experiment found, in one sentence around one number, and how much that is worth. */
public final class PointAnswerSentence {

    private PointAnswerSentence() {}

    static Answer of(PointReportRequest request, PointFindings findings) {
        PointNumbers numbers = new PointNumbers(findings.points());
        int seeds = request.seeds().size();
        Spread flips = findings.flipSpread();
        String before = "Students that saw nothing but points whose prediction an attack had flipped, on average "
                + Numbers.fixed(flips.mean(), 1) + " of " + findings.points() + ", classify ";
        String after = " of the %s original points correctly; chance is %s."
                .formatted(findings.points(), findings.points() / 2);
        return new Answer(
                before,
                numbers.spread(findings.arms().student().spread()),
                after,
                reservation(request, findings, seeds));
    }

    private static String reservation(PointReportRequest request, PointFindings findings, int seeds) {
        String attack = request.perturbation().attack() == Attack.PGD
                ? "PGD of " + request.perturbation().steps() + " steps"
                : "One sign step";
        String what =
                "%s, epsilon %s. ".formatted(attack, request.perturbation().epsilon());
        if (seeds == 1) {
            return what + "One run, no verdict: seed " + request.seeds().get(0) + " alone.";
        }
        PointNumbers numbers = new PointNumbers(findings.points());
        Spread student = findings.arms().student().spread();
        String runs = "%s seeds, %s to %s: mean and standard deviation; the 95 %% interval of the mean is %s. "
                .formatted(
                        seeds,
                        request.seeds().get(0),
                        request.seeds().get(seeds - 1),
                        numbers.interval(student.meanInterval()));
        return what + runs + verdict(findings, numbers);
    }

    /** Where the published number lies among the seeds. */
    static String verdict(PointFindings findings, PointNumbers numbers) {
        Arm student = findings.arms().student();
        if (student.published() == null) {
            return "Nothing was published to compare with.";
        }
        int seeds = student.tests().size();
        return "Published: %s, one run; %s of %s seeds reach it. Verdict: %s (95 %% prediction interval of one further seed %s)."
                .formatted(
                        numbers.published(student.published()),
                        findings.reaching(),
                        seeds,
                        student.verdict().inWords(),
                        numbers.interval(student.spread().predictionInterval()));
    }
}
