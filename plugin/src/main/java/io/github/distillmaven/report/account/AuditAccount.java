package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.metrics.TeacherAgreement;
import io.github.distillmaven.report.drawing.ExampleCurve;
import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/** What is said of an audit: how much of a model an outsider gets from its answers alone. */
record AuditAccount(ReportRequest request, Findings findings) implements Account {

    private static final String AUDIT = "audit";

    /** Whether an experiment is one: its teacher is a model of the user's, or its preset says so. */
    static boolean fits(ReportRequest request) {
        return request.givenTeacher() || AUDIT.equals(request.preset());
    }

    @Override
    public String title() {
        return "how much of a model its answers give away";
    }

    @Override
    public Answer answer() {
        boolean several = findings.replicated();
        String before = "With only %s answers of this model to %s, an outsider gets a copy that answers "
                .formatted(
                        Numbers.counts(findings.transferSizes()),
                        request.inputs().examples());
        String after = " of %s %s as the model does%s. It gets %s of them right, the model %s; chance is %s."
                .formatted(
                        Numbers.count(findings.student().test().trials()),
                        request.teacherData().tested(),
                        several ? " on average" : "",
                        Numbers.percent(findings.arms().student().accuracy()),
                        Numbers.percent(findings.arms().teacher().accuracy()),
                        Numbers.roundPercent(findings.chance()));
        return new Answer(
                before,
                Numbers.percent(findings.mean(Results.STUDENT, EvaluationSet.TEST, TeacherAgreement.ID)),
                after,
                several ? Reservation.ofReplicates(request, findings) : Reservation.ofOneRun(request, findings));
    }

    @Override
    public List<Caveat> caveats() {
        List<Caveat> caveats = new ArrayList<>();
        caveats.add(new Caveat(
                "No other outsider.",
                "With other inputs, another network or more effort, an outsider may copy more. What these students"
                        + " learnt is a lower bound."));
        caveats.addAll(Caveat.of(request, findings));
        return caveats;
    }

    @Override
    public String measure() {
        return new ImageAccount(request, findings).measure();
    }

    @Override
    public NumberFormat format() {
        return new NumberFormat.Percent();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(new LogSummary(request, findings).lines());
        ExampleCurve.of(request, findings)
                .forEach(curve -> lines.add(
                        "Agreement with the teacher by its answers: " + curve.inWords(ExampleCurve.Budget::agreement)));
        return lines;
    }
}
