package io.github.distillmaven.results.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.evaluation.ClassBias;
import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.data.Answers;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.ModelComparison;
import io.github.distillmaven.results.Metrics;
import io.github.distillmaven.results.Results;

/**
 * Computes all metrics for every arm of a replicate on every evaluation set.
 *
 * @param setup what the sets depend on
 */
record Evaluator(Metrics metrics, List<EvaluationSet> sets, EvaluationSet.Setup setup) {

    /** By all metrics that are known. */
    static Evaluator of(Collection<String> sets, EvaluationSet.Setup setup) {
        return new Evaluator(
                Metrics.KNOWN, sets.stream().map(EvaluationSets::named).toList(), setup);
    }

    /** The sets whose inputs models have answered for these sets to be evaluated: these, and those by which a bias is chosen. */
    List<EvaluationSet> answered() {
        return Stream.concat(
                        sets.stream(),
                        sets.stream().flatMap(set -> set.biasFrom().stream()).map(EvaluationSets::named))
                .toList();
    }

    /** Whether the logits of answers are needed. */
    boolean needsLogits() {
        return metrics.needLogits()
                || sets.stream().anyMatch(set -> set.biasFrom().isPresent());
    }

    /**
     * The numbers of one replicate.
     *
     * @param key of the step that trained the treatment's student
     * @param arms the teacher, the treatment's student, then the others
     * @param independent the teacher of another replicate; empty if there is none
     */
    Results.Replicate replicate(long seed, String key, List<ArmEvidence> arms, Optional<ArmEvidence> independent) {
        Beside beside = beside(arms);
        ArmEvidence teacher = beside.teacher();
        ArmEvidence student = arms.get(1);
        Map<String, Results.ArmNumbers> numbers = new LinkedHashMap<>();
        for (ArmEvidence arm : arms) {
            boolean compared = arm != teacher && arm != student;
            numbers.put(
                    arm.name(),
                    new Results.ArmNumbers(
                            arm.role().label(),
                            arm.transfer(),
                            evaluations(arm, beside),
                            compared ? test(student, arm) : null,
                            arm.labelsChanged()));
        }
        independent.ifPresent(arm -> numbers.put(
                arm.name(),
                new Results.ArmNumbers(arm.role().label(), null, sharedEvaluations(arm, beside), null, null)));
        return new Results.Replicate(seed, key, numbers);
    }

    /**
     * What a model of a replicate is held against.
     *
     * @param controls those that a metric looks at, by id
     * @param metrics those that have what they look at
     */
    private record Beside(ArmEvidence teacher, Map<String, ArmEvidence> controls, Metrics metrics) {}

    private Beside beside(List<ArmEvidence> arms) {
        Set<String> wanted = metrics.all().stream()
                .flatMap(metric -> metric.control().stream())
                .collect(Collectors.toSet());
        Map<String, ArmEvidence> controls = arms.stream()
                .filter(arm -> wanted.contains(arm.name()))
                .collect(Collectors.toMap(ArmEvidence::name, Function.identity()));
        return new Beside(arms.get(0), controls, metrics.with(controls.keySet()));
    }

    private static Results.McNemar test(ArmEvidence student, ArmEvidence control) {
        ModelComparison test = ModelComparison.between(student.test(), control.test());
        return new Results.McNemar(test.onlyFirst(), test.onlySecond(), test.pValue());
    }

    private Map<String, Map<String, Results.Value>> evaluations(ArmEvidence arm, Beside beside) {
        Map<String, Map<String, Results.Value>> evaluations = new LinkedHashMap<>();
        evaluations.put(
                Results.TRAINING,
                values(beside.metrics().ofTraining(arm.role()), evaluation(sets.get(0), arm, beside)));
        evaluations.putAll(evaluations(sets, arm, beside));
        return evaluations;
    }

    private Map<String, Map<String, Results.Value>> sharedEvaluations(ArmEvidence arm, Beside beside) {
        return evaluations(
                sets.stream().filter(EvaluationSet::isSharedByReplicates).toList(), arm, beside);
    }

    private Map<String, Map<String, Results.Value>> evaluations(
            List<EvaluationSet> on, ArmEvidence arm, Beside beside) {
        Map<String, Map<String, Results.Value>> evaluations = new LinkedHashMap<>();
        for (EvaluationSet set : on) {
            evaluations.put(set.id(), values(beside.metrics().on(set, arm.role()), evaluation(set, arm, beside)));
        }
        return evaluations;
    }

    private static Map<String, Results.Value> values(List<Metric> metrics, Evaluation evaluation) {
        Map<String, Results.Value> values = new LinkedHashMap<>();
        metrics.forEach(metric -> values.put(metric.label(), Results.Value.of(metric.of(evaluation))));
        return values;
    }

    private Evaluation evaluation(EvaluationSet set, ArmEvidence arm, Beside beside) {
        Map<String, Answers> controls = new HashMap<>();
        beside.controls().forEach((id, control) -> controls.put(id, seen(set, control)));
        ModelAnswers answers = answers(set, arm);
        return new Evaluation(
                setup.classes(),
                IntStream.of(answers.predictions().labels())
                        .map(label -> set.hasTrueLabels() ? set.target(label, setup.classes()) : Targets.NO_LABEL)
                        .toArray(),
                seen(set, arm),
                answers(set, beside.teacher()).answers(),
                arm.taught(),
                controls);
    }

    private Answers seen(EvaluationSet set, ArmEvidence arm) {
        Answers answers = answers(set, arm).answers();
        return set.biasFrom().map(inputs -> bias(arm.on(inputs)).added(answers)).orElse(answers);
    }

    private ModelAnswers answers(EvaluationSet set, ArmEvidence arm) {
        return arm.on(set.inputs()).where(label -> set.includes(label, setup));
    }

    private ClassBias bias(ModelAnswers answers) {
        return ClassBias.chosen(
                answers.answers(), answers.predictions().labels(), setup.omittedClasses(), setup.classes());
    }
}
