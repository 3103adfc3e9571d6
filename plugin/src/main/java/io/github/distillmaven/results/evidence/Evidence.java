package io.github.distillmaven.results.evidence;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * All that the steps of one experiment left behind, read and checked against each other.
 *
 * @param first the first replicate, which the page shows whole
 * @param transferExamples those of its transfer set, with their given labels
 * @param testExamples what its models are tested on, in the order of their predictions
 * @param plane what its models answer all over the plane, where that was asked
 * @param replicates the numbers of all replicates, those of the first among them
 * @param histories how the accuracies of all of them rose during their trainings
 * @param redrawn for how many of them examples were drawn more than once
 * @param dataStep the record of where the data came from; empty where they were drawn
 * @param all records of every step of every replicate and arm, each once
 * @param keys of all replicates, with those of their arms
 * @param request what the report is about
 */
public record Evidence(
        ReplicateEvidence first,
        Examples transferExamples,
        Examples testExamples,
        Optional<PlaneEvidence> plane,
        List<Results.Replicate> replicates,
        List<Histories> histories,
        long redrawn,
        Optional<StepRecord> dataStep,
        List<StepRecord> all,
        List<StepKeys> keys,
        ReportRequest request) {

    /** How the accuracies of one replicate's teacher, and of the treatment's student, rose during their trainings. */
    public record Histories(History teacher, History student) {}

    /** Number of the teacher's classes. */
    public int classes() {
        return request.teacherData().classNames().size();
    }

    /** Whether people see the examples as images. */
    public boolean isOfImages() {
        return request.teacherData().shape().ofAnImage();
    }

    /** Whether they are points that the teacher learnt, few enough to be counted. */
    public boolean isOfLearntPoints() {
        return !isOfImages() && request.teacherData().hasLabels();
    }

    /** One row per example of the first transfer set. */
    public TransferTable transfer() {
        return first.student().lesson().table();
    }

    /** Records of the first replicate's steps, in the order in which they ran. */
    public List<StepRecord> steps() {
        StepRecord teacher = first.teacher().step();
        StepRecord transfer = first.student().transferStep();
        StepRecord student = first.student().model().step();
        return dataStep.map(data -> List.of(data, teacher, transfer, student))
                .orElse(List.of(teacher, transfer, student));
    }

    /** Version of the plugin that made the student of the first replicate; null if that is not known. */
    public @Nullable String version() {
        return first.student().model().step().environment().get("plugin");
    }
}
