package io.github.distillmaven.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Score;
import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.metrics.statistics.Proportion;
import io.github.distillmaven.provenance.BuildOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an experiment for other programs: the content of {@code results.json}. Shares are in [0, 1], and null where nothing
 * was tested. All intervals are of 95%.
 *
 * @param schema version of this form; another number means that a field changed its name or meaning
 * @param experiment its name
 * @param preset the preset it started from; null if none
 * @param replicates one per seed, at least one
 * @param summary of all replicates
 * @param published what the experiment's source printed; null if nothing
 * @param commit of the sources of the build that reported it; null if they lay in no git work tree, and in files of earlier versions
 */
@JsonPropertyOrder({"schema", "experiment", "preset", "replicates", "summary", "published", "commit"})
public record Results(
        int schema,
        String experiment,
        @Nullable String preset,
        List<Replicate> replicates,
        Summary summary,
        @Limits @Nullable Published published,
        @Nullable Commit commit) {

    /** The version that this class describes. */
    public static final int SCHEMA = 5;

    /** Name of the arm of the teachers. */
    public static final String TEACHER = "teacher";

    /** Name of the arm of the treatment's students. */
    public static final String STUDENT = "student";

    /** Name of the arm of the independent teachers: of each replicate that of the next one, and of the last that of the first. */
    public static final String INDEPENDENT_TEACHER = "independent-teacher";

    /** Stands for an evaluation set where a metric is about what a model was trained on. */
    public static final String TRAINING = "training";

    public Results {
        replicates = List.copyOf(replicates);
    }

    /** Reported from no known commit. */
    public Results(
            int schema,
            String experiment,
            @Nullable String preset,
            List<Replicate> replicates,
            Summary summary,
            @Nullable Published published) {
        this(schema, experiment, preset, replicates, summary, published, null);
    }

    /** The same numbers, reported from the sources of a commit; null for none. */
    public Results at(@Nullable Commit reported) {
        return new Results(schema, experiment, preset, replicates, summary, published, reported);
    }

    /**
     * A commit. It is all in this file that is no number: two builds of one experiment from other sources differ in it alone.
     *
     * @param id its digest, in hex
     * @param time when it was committed, in ISO-8601, UTC
     * @param dirty whether files that git tracks differed from it
     */
    @JsonPropertyOrder({"id", "time", "dirty"})
    public record Commit(String id, String time, boolean dirty) {

        /** From facts about a build, as {@link BuildOrigin} names them; null if it knows no commit. */
        public static @Nullable Commit of(Map<String, String> origin) {
            String id = origin.get(BuildOrigin.COMMIT);
            String time = origin.get(BuildOrigin.COMMITTED);
            return id == null || time == null
                    ? null
                    : new Commit(id, time, Boolean.parseBoolean(origin.get(BuildOrigin.DIRTY)));
        }
    }

    /**
     * A teacher and its students.
     *
     * @param key of the step that trained the student, in hex: of all that went into this replicate
     * @param arms by name: {@code teacher}, {@code student}, then the controls, and where there is one {@code independent-teacher}
     */
    @JsonPropertyOrder({"seed", "key", "arms"})
    public record Replicate(long seed, String key, Map<String, ArmNumbers> arms) {

        public Replicate {
            arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
        }

        /** One of its arms, which must be there. */
        public ArmNumbers arm(String name) {
            return Objects.requireNonNull(arms.get(name), name);
        }

        /** The model that labelled the transfer set. */
        public ArmNumbers teacher() {
            return arm(TEACHER);
        }

        /** The student of the treatment. */
        public ArmNumbers student() {
            return arm(STUDENT);
        }

        /** Further students, by name. */
        public Map<String, ArmNumbers> others() {
            Map<String, ArmNumbers> others = new LinkedHashMap<>(arms);
            others.remove(TEACHER);
            others.remove(STUDENT);
            others.remove(INDEPENDENT_TEACHER);
            return others;
        }

        /** The teacher of another replicate; empty if there is none, or nothing that both were asked. */
        public Optional<ArmNumbers> independentTeacher() {
            return Optional.ofNullable(arms.get(INDEPENDENT_TEACHER));
        }
    }

    /**
     * One model.
     *
     * @param role {@code teacher}, {@code treatment}, {@code control}, {@code comparison} or {@code independent}
     * @param transfer what it was trained on; null for a teacher
     * @param evaluations its numbers: by evaluation set, or {@code training}, and then by metric; of an independent teacher those alone
     *     that compare it with the replicate's, on the sets that all replicates share
     * @param mcNemar the treatment's student against this one, on the test set; null but for a further student
     * @param labelsChanged of its training images that the treatment's student was trained on too, the share under another
     *     label than there: 0 for a control with the treatment's labels; null if they have no image in common, and but for a further
     *     student
     */
    @JsonPropertyOrder({"role", "transfer", "evaluations", "mcNemar", "labelsChanged"})
    public record ArmNumbers(
            String role,
            @Nullable Transfer transfer,
            Map<String, Map<String, Value>> evaluations,
            @Nullable McNemar mcNemar,
            @Limits @Nullable Double labelsChanged) {

        /** What a student was trained on; not to be asked of a teacher. */
        public Transfer taught() {
            return Objects.requireNonNull(transfer, role);
        }

        /** By one metric on one evaluation set; unknown if there is no such number. */
        public Value value(String set, String metric) {
            return evaluations.getOrDefault(set, Map.of()).getOrDefault(metric, Value.UNKNOWN);
        }

        /** By one metric: on the test set, or of the training where it is about that. */
        public Value value(String metric) {
            Map<String, Value> training = evaluations.getOrDefault(TRAINING, Map.of());
            return training.containsKey(metric) ? training.get(metric) : value(EvaluationSet.TEST, metric);
        }

        /** Right answers on the test set. */
        public Proportion test() {
            return value(TestAccuracy.LABEL).proportion();
        }
    }

    /**
     * What a student was trained on: its transfer set, or with {@code <student><examples>} the first images of that.
     *
     * @param size number of images
     * @param wrong how many carry a label that is not their true one; null if the inputs have no true label in the
     *     teacher's task
     * @param givenLabels how many images carry each label, in the order of the teacher's classes
     * @param attack what came of the attack on all images of which it was made; null if none was made for it
     * @param independentAttack the same by the answers of the teacher of the next replicate, which the attack did not know; null if no
     *     replicate has another one's teacher to ask
     */
    @JsonPropertyOrder({"size", "wrong", "givenLabels", "attack", "independentAttack"})
    public record Transfer(
            int size,
            @Nullable Integer wrong,
            List<Integer> givenLabels,
            @Nullable AttackResult attack,
            @Nullable AttackResult independentAttack) {}

    /**
     * A number of one model.
     *
     * @param value null where nothing was measured
     * @param low lower bound of Wilson's interval, which covers the choice of test images alone; null if the number is no share of
     *     inputs, or of none; likewise the upper one
     * @param successes of how many inputs it is true; null if the number is no share of inputs
     * @param trials number of these inputs
     */
    @JsonPropertyOrder({"value", "low", "high", "successes", "trials"})
    public record Value(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Integer successes,
            @Nullable Integer trials) {

        static final Value UNKNOWN = new Value(null, null, null, null, null);

        /** Of a score that was computed. */
        public static Value of(Score score) {
            Integer successes = score.successes();
            Integer trials = score.trials();
            if (score.value() == null || successes == null || trials == null) {
                return new Value(score.value(), null, null, successes, trials);
            }
            Interval wilson = new Proportion(successes, trials).wilson();
            return new Value(score.value(), wilson.low(), wilson.high(), successes, trials);
        }

        /** A share of inputs; of none where it is no such share. */
        public Proportion proportion() {
            return successes == null || trials == null ? new Proportion(0, 0) : new Proportion(successes, trials);
        }

        /** The value, or NaN. */
        public double number() {
            return value == null ? Double.NaN : value;
        }
    }

    /**
     * McNemar's exact test.
     *
     * @param onlyTreatment number of test images that the treatment's student alone answers right
     * @param onlyControl number of test images that the control's student alone answers right
     * @param pValue two-sided; it is about these two networks, and says nothing of other seeds
     */
    @JsonPropertyOrder({"onlyTreatment", "onlyControl", "pValue"})
    public record McNemar(
            int onlyTreatment, int onlyControl, @Limits double pValue) {}

    /**
     * What the replicates come to together.
     *
     * @param arms by name, in the order of those of a replicate
     */
    @JsonPropertyOrder("arms")
    public record Summary(Map<String, Measured> arms) {

        /** One of them; one of which nothing is known if there is no such arm. */
        public Measured arm(String name) {
            return arms.getOrDefault(name, Measured.UNKNOWN);
        }
    }

    /**
     * All models of one arm.
     *
     * @param role as in a replicate
     * @param evaluations each number over the replicates; null where one of them lacks it
     * @param published test accuracy; null if none was
     * @param verdict such as {@code reproduced}, see {@code Verdict}; null if nothing was published or tested, or the accuracy was
     *     selected
     * @param comparison of the treatment with this arm; null but for further students
     */
    @JsonPropertyOrder({"role", "evaluations", "published", "verdict", "comparison"})
    public record Measured(
            String role,
            Map<String, Map<String, Statistics>> evaluations,
            @Limits @Nullable Double published,
            @Nullable String verdict,
            @Nullable Compared comparison) {

        private static final Measured UNKNOWN = new Measured("", Map.of(), null, null, null);

        /** Test accuracies; null if nothing was tested. */
        public @Nullable Statistics test() {
            return evaluations.getOrDefault(EvaluationSet.TEST, Map.of()).get(TestAccuracy.LABEL);
        }
    }

    /**
     * The treatment's students against those of another arm, by their test accuracies. All is null if nothing was tested.
     *
     * @param advantage test accuracy of the treatment's student minus that of this one, paired by replicate
     * @param advantageAtLeast its one-sided lower bound of 95%; likewise null for one replicate
     * @param pValue of the paired t test, two-sided
     * @param adjustedPValue the same, adjusted by Holm's method for as many comparisons as there are controls
     */
    @JsonPropertyOrder({"advantage", "advantageAtLeast", "pValue", "adjustedPValue"})
    public record Compared(
            @Limits(low = -1) @Nullable Statistics advantage,
            @Limits(low = -1) @Nullable Double advantageAtLeast,
            @Limits @Nullable Double pValue,
            @Limits @Nullable Double adjustedPValue) {}

    /**
     * A number over replicates. All but the first two are null for one replicate.
     *
     * @param n number of replicates
     * @param standardDeviation with divisor n - 1
     * @param meanInterval t interval of the mean, cut off where no value can be
     * @param predictionInterval of a single further replicate, likewise
     */
    @JsonPropertyOrder({"n", "mean", "standardDeviation", "meanInterval", "predictionInterval"})
    public record Statistics(
            int n,
            double mean,
            @Limits(high = Double.MAX_VALUE) @Nullable Double standardDeviation,

            @Limits(low = -Double.MAX_VALUE, high = Double.MAX_VALUE) @Nullable
            Bounds meanInterval,

            @Limits(low = -Double.MAX_VALUE, high = Double.MAX_VALUE) @Nullable
            Bounds predictionInterval) {}

    /** A closed interval. */
    @JsonPropertyOrder({"low", "high"})
    public record Bounds(double low, double high) {}
}
