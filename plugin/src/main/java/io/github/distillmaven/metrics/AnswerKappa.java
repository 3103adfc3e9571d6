package io.github.distillmaven.metrics;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.metrics.statistics.Kappa;
import org.kohsuke.MetaInfServices;

/**
 * How far model and teacher give the same answers beyond chance: Cohen's kappa of the classes that they name. It is unknown where both
 * name one and the same class for all inputs.
 */
@MetaInfServices(Metric.class)
public final class AnswerKappa implements Metric {

    @Override
    public String id() {
        return "answer-kappa";
    }

    @Override
    public String meaning() {
        return "Cohen's kappa of the answers of model and teacher";
    }

    @Override
    public String heading() {
        return "Kappa of answers";
    }

    @Override
    public Unit unit() {
        return Unit.COEFFICIENT;
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public boolean comparesWithTeacher() {
        return true;
    }

    @Override
    public boolean needsTrueLabels() {
        return false;
    }

    @Override
    public Score of(Evaluation evaluation) {
        return Score.of(
                Kappa.of(evaluation.model().predicted(), evaluation.teacher().predicted(), evaluation.classes()));
    }
}
