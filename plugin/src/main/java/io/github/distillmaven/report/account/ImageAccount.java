package io.github.distillmaven.report.account;

import java.util.List;

import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/** What is said of an experiment with images. */
record ImageAccount(ReportRequest request, Findings findings) implements Account {

    @Override
    public String title() {
        return "learning from mislabelled data";
    }

    @Override
    public Answer answer() {
        return Answer.of(request, findings);
    }

    @Override
    public List<Caveat> caveats() {
        return Caveat.of(request, findings);
    }

    @Override
    public String measure() {
        return "Accuracy on the test images of " + request.teacherData().title() + ", in percent. "
                + (findings.replicated()
                        ? "Intervals are Student’s t over the replicates; differences are paired by replicate."
                        : "Intervals are Wilson’s: they cover the choice of test images, of one network.");
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
