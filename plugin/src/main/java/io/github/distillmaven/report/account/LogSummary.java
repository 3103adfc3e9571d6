package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.metrics.TeacherAgreement;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Advantage;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Arms;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/** What the log says of the arms of an experiment whose accuracies are shares. */
public final class LogSummary {

    private final ReportRequest request;
    private final Findings findings;
    private final Arms arms;

    LogSummary(ReportRequest request, Findings findings) {
        this.request = request;
        this.findings = findings;
        this.arms = findings.arms();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (findings.replicated()) {
            lines.add(replicates(arms.teacher(), ""));
            lines.add(replicates(arms.student(), ""));
            arms.advantages().forEach(advantage -> lines.add(replicates(advantage.arm(), inWords(advantage))));
            VerdictSentence sentence =
                    new VerdictSentence(request.published(), arms.student(), new NumberFormat.Percent());
            lines.add(sentence.effect() + sentence.verdict());
        } else {
            lines.add(oneRun());
            arms.controls().forEach(arm -> lines.add(oneRun(arm)));
        }
        return lines;
    }

    private String oneRun() {
        Double published = arms.student().published();
        String line = "Teacher %s, student %s %s, agreement %s, published: %s. One network with seed %s: no verdict."
                .formatted(
                        Numbers.percent(findings.teacher().test().value()),
                        Numbers.percent(findings.student().test().value()),
                        Numbers.interval(findings.student().test().wilson()),
                        Numbers.percent(findings.student()
                                .value(new TeacherAgreement().label())
                                .number()),
                        published == null ? notPublished() : Numbers.publishedPercent(published),
                        request.seed());
        return (line + " " + Reservation.difference(request.published())).strip();
    }

    private String notPublished() {
        return request.published() == null || request.published().holds() ? "none" : "not comparable";
    }

    private static String oneRun(Arm arm) {
        return "%s: %s %s."
                .formatted(
                        name(arm),
                        Numbers.percent(arm.tests().get(0).value()),
                        Numbers.interval(arm.tests().get(0).wilson()));
    }

    private static String replicates(Arm arm, String more) {
        int models = arm.tests().size();
        return "%s: %s (%s)%s."
                .formatted(
                        name(arm),
                        Numbers.spread(arm.spread()),
                        models == 1 ? "one model" : models + " replicates",
                        more);
    }

    /** What the log calls an arm. */
    public static String name(Arm arm) {
        return switch (arm.role()) {
            case TEACHER, STUDENT, INDEPENDENT -> arm.name();
            case CONTROL -> "Control " + arm.name();
            case COMPARISON -> "Student " + arm.name();
        };
    }

    private static String inWords(Advantage advantage) {
        if (advantage.difference() == null) {
            return "";
        }
        Spread difference = advantage.difference().spread();
        return ", student minus %s %s %s points, p %s"
                .formatted(
                        rival(advantage.arm()),
                        Numbers.points(difference.mean()),
                        Numbers.interval(difference.meanInterval()),
                        Numbers.pValue(advantage.adjustedPValue()));
    }

    /** What a difference to it calls it. */
    static String rival(Arm arm) {
        return arm.role() == Role.CONTROL ? "control" : arm.name();
    }

    /** The same in characters that every console shows. */
    public static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace(Numbers.UNKNOWN, "-")
                .replace(Numbers.MINUS, '-')
                .replace("±", "+-")
                .replace("’", "'");
    }
}
