package io.github.distillmaven.report;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.Proportion;

/**
 * The numbers of an experiment for other programs: the content of {@code results.json}. Accuracies are in [0, 1], and
 * null where nothing was tested.
 *
 * @param schema version of this form; another number means that a field changed its name or meaning
 * @param experiment its name
 * @param preset the preset it started from; null if none
 * @param replicates one per seed
 * @param published what the experiment's source printed; null if nothing
 */
@JsonPropertyOrder({"schema", "experiment", "preset", "replicates", "published"})
public record Results(int schema, String experiment, String preset, List<Replicate> replicates, Published published) {

    /** The version that this class describes. */
    public static final int SCHEMA = 1;

    public Results {
        replicates = List.copyOf(replicates);
    }

    /** One pair of a teacher and a student. */
    @JsonPropertyOrder({"seed", "teacher", "transfer", "student"})
    public record Replicate(long seed, Teacher teacher, Transfer transfer, Student student) {}

    /**
     * The teacher.
     *
     * @param trainAccuracy on its own training set
     * @param testAccuracy on the test set
     */
    @JsonPropertyOrder({"trainAccuracy", "testAccuracy"})
    public record Teacher(Double trainAccuracy, Double testAccuracy) {}

    /**
     * What the student was trained on.
     *
     * @param size number of images
     * @param wrong how many carry a label that is not their true one; null if the inputs have no true label in the
     *     teacher's task
     * @param givenLabels how many images carry each label, in the order of the teacher's classes
     */
    @JsonPropertyOrder({"size", "wrong", "givenLabels"})
    public record Transfer(int size, Integer wrong, List<Integer> givenLabels) {}

    /**
     * The student.
     *
     * @param givenLabelAccuracy share of its training images that it answers with the label they were given
     * @param testAccuracy on the test set of the teacher's data, with true labels
     * @param agreement share of the test set where its answer is the teacher's
     */
    @JsonPropertyOrder({"givenLabelAccuracy", "testAccuracy", "agreement"})
    public record Student(Double givenLabelAccuracy, Double testAccuracy, Double agreement) {}

    static Results of(ReportRequest request, Findings findings) {
        return new Results(
                SCHEMA,
                request.experiment(),
                request.preset(),
                List.of(new Replicate(
                        request.seed(),
                        new Teacher(known(findings.teacherTrainAccuracy()), known(findings.teacherTest())),
                        new Transfer(
                                findings.transferSize(),
                                findings.wrong(),
                                findings.given().counts()),
                        new Student(
                                known(findings.givenLabelAccuracy()),
                                known(findings.studentTest()),
                                known(findings.agreement().overall())))),
                request.published());
    }

    private static Double known(Proportion proportion) {
        return known(proportion.value());
    }

    private static Double known(double accuracy) {
        return Double.isNaN(accuracy) ? null : accuracy;
    }
}
