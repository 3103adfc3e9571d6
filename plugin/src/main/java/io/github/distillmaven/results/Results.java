package io.github.distillmaven.results;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.distillmaven.experiment.Published;

/**
 * The numbers of an experiment for other programs: the content of {@code results.json}. Accuracies are in [0, 1], and null where
 * nothing was tested. All intervals are of 95 %.
 *
 * @param schema version of this form; another number means that a field changed its name or meaning
 * @param experiment its name
 * @param preset the preset it started from; null if none
 * @param replicates one per seed, at least one
 * @param summary of all replicates
 * @param published what the experiment's source printed; null if nothing
 */
@JsonPropertyOrder({"schema", "experiment", "preset", "replicates", "summary", "published"})
public record Results(
        int schema,
        String experiment,
        String preset,
        List<Replicate> replicates,
        Summary summary,
        @Limits Published published) {

    /** The version that this class describes. */
    public static final int SCHEMA = 4;

    public Results {
        replicates = List.copyOf(replicates);
    }

    /**
     * A teacher and its students.
     *
     * @param key of the step that trained the student, in hex: of all that went into this replicate
     * @param controls further students, by the name of the control; empty if there are none
     */
    @JsonPropertyOrder({"seed", "key", "teacher", "transfer", "student", "controls"})
    public record Replicate(
            long seed,
            String key,
            Teacher teacher,
            Transfer transfer,
            Student student,
            Map<String, Control> controls) {}

    /**
     * The teacher.
     *
     * @param trainAccuracy on its own training set
     * @param testAccuracy on the test set
     * @param testInterval Wilson's, which covers the choice of test images alone
     * @param macroRecall mean recall of the classes on the test set
     */
    @JsonPropertyOrder({"trainAccuracy", "testAccuracy", "testInterval", "macroRecall"})
    public record Teacher(
            @Limits Double trainAccuracy,
            @Limits Double testAccuracy,
            @Limits Bounds testInterval,
            @Limits Double macroRecall) {}

    /**
     * What a student was trained on: its transfer set, or with {@code <student><examples>} the first images of that.
     *
     * @param size number of images
     * @param wrong how many carry a label that is not their true one; null if the inputs have no true label in the
     *     teacher's task
     * @param givenLabels how many images carry each label, in the order of the teacher's classes
     */
    @JsonPropertyOrder({"size", "wrong", "givenLabels"})
    public record Transfer(int size, Integer wrong, List<Integer> givenLabels) {}

    /**
     * A student.
     *
     * @param givenLabelAccuracy share of its training images that it answers with the label they were given
     * @param testAccuracy on the test set of the teacher's data, with true labels
     * @param testInterval Wilson's, which covers the choice of test images alone
     * @param macroRecall mean recall of the classes on the test set
     * @param argminAccuracy share of the test set where its least likely class is the true one
     * @param majorityFloor test accuracy of always answering the label that it was given most often
     * @param agreement share of the test set where its answer is the teacher's
     * @param agreementWhereTeacherIsWrong the same, of the test images that the teacher gets wrong
     */
    @JsonPropertyOrder({
        "givenLabelAccuracy",
        "testAccuracy",
        "testInterval",
        "macroRecall",
        "argminAccuracy",
        "majorityFloor",
        "agreement",
        "agreementWhereTeacherIsWrong"
    })
    public record Student(
            @Limits Double givenLabelAccuracy,
            @Limits Double testAccuracy,
            @Limits Bounds testInterval,
            @Limits Double macroRecall,
            @Limits Double argminAccuracy,
            @Limits Double majorityFloor,
            @Limits Double agreement,
            @Limits Double agreementWhereTeacherIsWrong) {}

    /**
     * A further student of the same replicate.
     *
     * @param mcNemar the treatment's student against this one, on the test set
     * @param labelsChanged of its training images that the treatment's student was trained on too, the share under another
     *     label than there: 0 for a control with the treatment's labels; null if they have no image in common
     */
    @JsonPropertyOrder({"transfer", "student", "mcNemar", "labelsChanged"})
    public record Control(
            Transfer transfer,
            Student student,
            McNemar mcNemar,
            @Limits Double labelsChanged) {}

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
     * @param controls by the name of the control
     */
    @JsonPropertyOrder({"teacher", "student", "controls"})
    public record Summary(Measured teacher, Measured student, Map<String, Compared> controls) {}

    /**
     * A measured accuracy beside the published one.
     *
     * @param testAccuracy null if nothing was tested
     * @param published null if nothing was
     * @param verdict such as {@code reproduced}, see {@code Verdict}; null if nothing was published or tested, or the accuracy was
     *     selected
     */
    @JsonPropertyOrder({"testAccuracy", "published", "verdict"})
    public record Measured(
            @Limits Statistics testAccuracy, @Limits Double published, String verdict) {}

    /**
     * A control.
     *
     * @param testAccuracy null if nothing was tested
     * @param advantage test accuracy of the treatment's student minus that of this one, paired by replicate; null if nothing
     *     was tested
     * @param advantageAtLeast its one-sided lower bound of 95 %; likewise null for one replicate
     * @param pValue of the paired t test, two-sided
     * @param adjustedPValue the same, adjusted by Holm's method for as many comparisons as there are controls
     */
    @JsonPropertyOrder({"testAccuracy", "advantage", "advantageAtLeast", "pValue", "adjustedPValue"})
    public record Compared(
            @Limits Statistics testAccuracy,
            @Limits(low = -1) Statistics advantage,
            @Limits(low = -1) Double advantageAtLeast,
            @Limits Double pValue,
            @Limits Double adjustedPValue) {}

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
            @Limits(high = 2) Double standardDeviation,

            @Limits(low = -Double.MAX_VALUE, high = Double.MAX_VALUE)
            Bounds meanInterval,

            @Limits(low = -Double.MAX_VALUE, high = Double.MAX_VALUE)
            Bounds predictionInterval) {}

    /** A closed interval. */
    @JsonPropertyOrder({"low", "high"})
    public record Bounds(double low, double high) {}
}
