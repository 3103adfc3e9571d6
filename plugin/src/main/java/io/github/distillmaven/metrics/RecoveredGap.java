package io.github.distillmaven.metrics;

import java.util.Objects;
import java.util.Optional;

import io.github.distillmaven.extension.Evaluation;
import io.github.distillmaven.extension.Metric;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.extension.Unit;
import io.github.distillmaven.extension.data.Answers;
import org.kohsuke.MetaInfServices;

/**
 * How much of what its teacher lacks a student recovers: (student - teacher) / (ceiling - teacher), where each is a share of right answers
 * and the ceiling is that of the student of the same inputs under their true labels (Burns et al., "Weak-to-Strong Generalization",
 * 2023: performance gap recovered). 0 is the teacher, 1 the ceiling; unknown where the ceiling is not above the teacher.
 */
@MetaInfServices(Metric.class)
public final class RecoveredGap implements Metric {

    private static final String CEILING = "true-labels";

    @Override
    public String id() {
        return "recovered-gap";
    }

    @Override
    public String meaning() {
        return "part of the way from the teacher's accuracy to that of the student of the true labels";
    }

    @Override
    public String heading() {
        return "Recovered gap";
    }

    @Override
    public Unit unit() {
        return Unit.PROGRESS;
    }

    @Override
    public int place() {
        return 130;
    }

    @Override
    public Optional<String> control() {
        return Optional.of(CEILING);
    }

    @Override
    public Score of(Evaluation evaluation) {
        int[] targets = evaluation.targets();
        int teacher = right(targets, evaluation.teacher());
        int ceiling =
                right(targets, Objects.requireNonNull(evaluation.controls().get(CEILING), CEILING));
        int student = right(targets, evaluation.model());
        return Score.of(ceiling > teacher ? (student - teacher) / (double) (ceiling - teacher) : Double.NaN);
    }

    private static int right(int[] targets, Answers answers) {
        int right = 0;
        for (int input = 0; input < targets.length; input++) {
            right += answers.predicted()[input] == targets[input] ? 1 : 0;
        }
        return right;
    }
}
