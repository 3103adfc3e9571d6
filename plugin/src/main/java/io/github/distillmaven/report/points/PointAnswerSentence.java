package io.github.distillmaven.report.points;

import io.github.distillmaven.experiment.Attack;
import io.github.distillmaven.metrics.Spread;
import io.github.distillmaven.report.Answer;
import io.github.distillmaven.report.Reservation;
import io.github.distillmaven.report.VerdictSentence;
import io.github.distillmaven.report.export.ShareFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.report.text.PointNumbers;
import io.github.distillmaven.results.Arm;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.PointEvidence;
import io.github.distillmaven.results.PointReportRequest;

/** What a two-dimensional experiment found, in one sentence around one number, and how much that is worth. */
public final class PointAnswerSentence {

    private PointAnswerSentence() {}

    static Answer of(PointReportRequest request, PointEvidence evidence, Findings findings) {
        PointNumbers numbers =
                new PointNumbers(findings.arms().student().tests().get(0).trials());
        int seeds = request.seeds().size();
        Spread flips = evidence.flips();
        String before = "Students that saw nothing but points whose prediction an attack had flipped, on average "
                + Numbers.fixed(flips.mean(), 1) + " of "
                + findings.arms().student().tests().get(0).trials() + ", classify ";
        String after = " of the %s original points correctly; %s."
                .formatted(findings.arms().student().tests().get(0).trials(), rival(findings, numbers));
        return new Answer(
                before,
                numbers.spread(findings.arms().student().spread()),
                after,
                reservation(request, findings, seeds));
    }

    private static String reservation(PointReportRequest request, Findings findings, int seeds) {
        String attack = request.perturbation().attack() == Attack.PGD
                ? "PGD of " + request.perturbation().steps() + " steps"
                : "One sign step";
        String what =
                "%s, epsilon %s. ".formatted(attack, request.perturbation().epsilon());
        if (seeds == 1) {
            return (what + "One network, no verdict: seed " + request.seeds().get(0) + " alone. "
                            + Reservation.difference(request.published()))
                    .strip();
        }
        PointNumbers numbers =
                new PointNumbers(findings.arms().student().tests().get(0).trials());
        Spread student = findings.arms().student().spread();
        String runs = "%s seeds, %s to %s: mean and standard deviation; the 95 %% interval of the mean is %s. "
                .formatted(
                        seeds,
                        request.seeds().get(0),
                        request.seeds().get(seeds - 1),
                        numbers.interval(student.meanInterval()));
        return what + runs + verdict(request, findings, numbers);
    }

    /** What students of meaningless labels come to: those of the control shuffled, or chance where it was not run. */
    private static String rival(Findings findings, PointNumbers numbers) {
        return findings.arms().controls().stream()
                .filter(arm -> arm.control().nullRank() > 0)
                .findFirst()
                .map(arm -> "students of the same labels shuffled " + numbers.spread(arm.spread()))
                .orElse("chance is " + findings.arms().student().tests().get(0).trials() / 2);
    }

    /** What the seeds show, and where the published number lies among them. */
    static String verdict(PointReportRequest request, Findings findings, PointNumbers numbers) {
        Arm student = findings.arms().student();
        VerdictSentence sentence = new VerdictSentence(request.published(), student, new ShareFormat.Points(numbers));
        String reaching = student.published() == null
                ? ""
                : " %s of %s seeds reach it."
                        .formatted(student.reaching(), student.tests().size());
        return sentence.effect() + sentence.verdict() + reaching;
    }
}
