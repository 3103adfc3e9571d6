package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.metrics.GivenLabelAccuracy;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/** How well students fit the labels they were given: one that does not proves little either way. */
public final class Fit {

    /** A control counts as fitted if it reaches this part of the treatment's fit. */
    private static final double ENOUGH = 0.9;

    private static final String METRIC = new GivenLabelAccuracy().label();

    private Fit() {}

    /** What is to be said of the treatment, and of every control whose students fit their labels clearly worse. */
    static List<Caveat> caveats(ReportRequest request, Findings findings) {
        List<Caveat> caveats = new ArrayList<>();
        String inputs = request.inputs().noun();
        double treatment = findings.mean(Results.STUDENT, METRIC);
        caveats.add(new Caveat(
                "Fit.",
                (findings.replicated() ? "On average a student answers " : "The student answers ")
                        + Numbers.percent(treatment)
                        + " of its own training " + inputs
                        + " with the label they were given. A student that does not fit its labels"
                        + " proves little either way."));
        for (ExperimentArm control : request.controls()) {
            double fit = findings.mean(control.name(), METRIC);
            if (fit < ENOUGH * treatment) {
                caveats.add(new Caveat(
                        (control.role() == ArmRole.CONTROL ? "The control " : "The student ") + control.name()
                                + " did not fit its labels.",
                        (control.role() == ArmRole.CONTROL ? "Its student answers " : "It answers ")
                                + Numbers.percent(fit)
                                + " of its training " + inputs
                                + " with the label they were given. Part of its distance to the treatment may come"
                                + " from a training that was too short for such labels."));
            }
        }
        return caveats;
    }
}
