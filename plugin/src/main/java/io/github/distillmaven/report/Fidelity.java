package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * How near the models of an experiment are to the teacher of their replicate, on the test set: the students, and beside them the
 * independent teacher (Stanton et al., NeurIPS 2021).
 *
 * @param heads what the columns of numbers are called
 * @param rows one per kind of model
 * @param note how the numbers are to be read, a whole sentence
 */
public record Fidelity(List<String> heads, List<ModelMeans> rows, String note) {

    private static final String READING =
            "Compare a student’s agreement with that of the independent teacher, the teacher of another seed: any"
                    + " model that learnt the same task agrees as often.";

    /**
     * One kind of model.
     *
     * @param style class in the style sheet
     * @param means of all replicates, in the order of the heads
     */
    public record ModelMeans(String name, String style, List<String> means) {

        static ModelMeans of(String name, Role role, String arm, String set, List<Metric> metrics, Findings findings) {
            return new ModelMeans(
                    name,
                    role.style(),
                    metrics.stream()
                            .map(metric -> Numbers.of(metric.unit(), findings.mean(arm, set, metric.label())))
                            .toList());
        }
    }

    /** Of an experiment. */
    static Fidelity of(ReportRequest request, Findings findings) {
        List<Metric> metrics = Metrics.KNOWN.on(EvaluationSet.TEST, Role.INDEPENDENT);
        return new Fidelity(
                metrics.stream().map(Metric::heading).toList(),
                rows(EvaluationSet.TEST, metrics, findings.arms().students(), findings),
                findings.replicates().get(0).independentTeacher().isPresent()
                        ? READING
                        : READING + " There is none here, because " + reason(request) + ".");
    }

    private static String reason(ReportRequest request) {
        if (request.teacherData().drawn()) {
            return "every seed has its own points";
        }
        return request.givenTeacher() ? "the teacher is one given model" : "it needs a second replicate";
    }

    /**
     * The means of some arms on an evaluation set, those of the independent teacher behind them where it has any.
     *
     * @param metrics in the order of the columns
     */
    public static List<ModelMeans> rows(String set, List<Metric> metrics, List<Arm> arms, Findings findings) {
        List<ModelMeans> rows = new ArrayList<>();
        arms.forEach(arm -> rows.add(ModelMeans.of(arm.name(), arm.role(), arm.id(), set, metrics, findings)));
        boolean independent = findings.replicates().get(0).independentTeacher().stream()
                .anyMatch(numbers -> numbers.evaluations().containsKey(set));
        if (independent) {
            rows.add(ModelMeans.of(
                    "Independent teacher", Role.INDEPENDENT, Results.INDEPENDENT_TEACHER, set, metrics, findings));
        }
        return rows;
    }
}
