package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/** What is said of an experiment with a teacher that is drawn and not trained, and with points that are drawn for it to label. */
record QueryAccount(ReportRequest request, Findings findings) implements Account {

    @Override
    public String title() {
        return "learning a model from its answers";
    }

    @Override
    public Answer answer() {
        boolean several = findings.replicated();
        int queries = findings.student().taught().size();
        String before = "Trained only on %s random %s, each with the answer of %s teacher, the %s "
                .formatted(
                        Numbers.count(queries),
                        queries == 1 ? "point" : "points",
                        several ? "their" : "its",
                        several ? "students on average answer" : "student answers");
        String after = " of %s fresh points as the teacher does; chance is %s."
                .formatted(Numbers.count(findings.student().test().trials()), Numbers.roundPercent(findings.chance()));
        return new Answer(
                before,
                Numbers.percent(findings.arms().student().accuracy()),
                after,
                several ? Reservation.ofReplicates(request, findings) : Reservation.ofOneRun(request, findings));
    }

    @Override
    public List<Caveat> caveats() {
        List<Caveat> caveats = new ArrayList<>();
        Caveat.ofReplicates(request, findings).ifPresent(caveats::add);
        caveats.add(new Caveat(
                "A drawn teacher.",
                "It has random weights, and all its answers count as right: the test accuracy of a student is its"
                        + " agreement with the teacher. A trained teacher may be easier or harder to copy."));
        caveats.add(new Caveat(
                "Normal points.",
                "Students are tested on points of the distribution that they learn from; others were not tried."));
        caveats.addAll(Fit.caveats(request, findings));
        Caveat.ofSettings(request.preset(), request.published(), request.settings())
                .ifPresent(caveats::add);
        return caveats;
    }

    @Override
    public String measure() {
        return "Test points answered as the teacher does, in percent. "
                + (findings.replicated()
                        ? "Intervals are Student’s t over the replicates; differences are paired by replicate."
                        : "Intervals are Wilson’s: they cover the choice of test points, of one network.");
    }

    @Override
    public NumberFormat format() {
        return new NumberFormat.Percent();
    }

    @Override
    public List<String> lines() {
        return new LogSummary(request, findings).lines();
    }
}
