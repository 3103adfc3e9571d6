package io.github.distillmaven.report.section;

import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.evaluation.OneClassSet;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.report.Fidelity;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import org.kohsuke.MetaInfServices;

/** What all models answer on further evaluation sets. */
@MetaInfServices(Section.class)
public final class SetsSection extends PageSection {

    public SetsSection() {
        super("sets", "what all models answer on further evaluation sets", 27, "Further sets");
    }

    /** What the template prints. */
    public record SetsModel(boolean replicated, List<SetTable> tables) {}

    /**
     * One evaluation set.
     *
     * @param heads of its metrics
     * @param some whether those are left out that are the same as on the test set
     * @param rows one per kind of model of which something is known
     */
    public record SetTable(
            String set, String meaning, List<String> heads, boolean some, List<Fidelity.ModelMeans> rows) {}

    @Override
    public Optional<Content> content(Subject subject) {
        List<SetTable> tables = subject.request().evaluationSets().stream()
                .filter(set -> !set.equals(EvaluationSet.TEST))
                .map(set -> table(set, subject.findings()))
                .toList();
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        subject.content("sets", new SetsModel(subject.request().replicated(), tables)));
    }

    private static SetTable table(String set, Findings findings) {
        List<Arm> arms = findings.arms().all().stream()
                .filter(arm -> !Metrics.KNOWN.on(set, arm.role()).isEmpty())
                .toList();
        List<Metric> all = Metrics.knownOf(findings.results()).on(set, Role.STUDENT);
        List<Metric> metrics = all.stream()
                .filter(metric ->
                        saysMore(metric, set, arms, findings) && !repeatsAccuracy(metric, set, arms, findings))
                .toList();
        return new SetTable(
                set,
                EvaluationSets.named(set).meaning(),
                metrics.stream().map(Metric::heading).toList(),
                metrics.size() < all.size(),
                Fidelity.rows(set, metrics, arms, findings));
    }

    /** On the inputs of one class all recalls are the accuracy. */
    private static boolean repeatsAccuracy(Metric metric, String set, List<Arm> arms, Findings findings) {
        return !metric.label().equals(TestAccuracy.LABEL)
                && set.startsWith(OneClassSet.PREFIX)
                && arms.stream()
                        .allMatch(arm -> Double.compare(
                                        findings.mean(arm.id(), set, metric.label()),
                                        findings.mean(arm.id(), set, TestAccuracy.LABEL))
                                == 0);
    }

    /** What asks nothing of the right answers is the same as on the test set, where the inputs are. */
    private static boolean saysMore(Metric metric, String set, List<Arm> arms, Findings findings) {
        return arms.stream()
                .anyMatch(arm -> Double.compare(
                                findings.mean(arm.id(), set, metric.label()),
                                findings.mean(arm.id(), EvaluationSet.TEST, metric.label()))
                        != 0);
    }
}
