package io.github.distillmaven.results;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.TransferTable;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.extension.Examples;

/**
 * All that the steps of an experiment with images left behind.
 *
 * @param first the first replicate, which the page shows whole
 * @param transfer one row per image of its transfer set
 * @param transferImages in the order of {@code transfer}, with their given labels
 * @param testImages of the teacher's data set, in the order of all models' predictions
 * @param dataStep the record of where the data came from
 * @param classes number of the teacher's classes
 * @param replicates the numbers of all replicates, those of the first among them
 * @param all records of every step of every replicate and control, each once
 * @param keys of all replicates, with those of their controls
 * @param request what the report is about
 */
public record ImageEvidence(
        ReplicateEvidence first,
        TransferTable transfer,
        Examples transferImages,
        Examples testImages,
        StepRecord dataStep,
        int classes,
        List<Results.Replicate> replicates,
        List<StepRecord> all,
        List<StepKeys> keys,
        ReportRequest request)
        implements Evidence {

    @Override
    public boolean isSelected() {
        return false;
    }

    @Override
    public Optional<ImageEvidence> images() {
        return Optional.of(this);
    }

    @Override
    public Optional<PointEvidence> plane() {
        return Optional.empty();
    }

    @Override
    public List<StepRecord> steps() {
        return List.of(
                dataStep,
                first.teacher().step(),
                first.student().transferStep(),
                first.student().model().step());
    }
}
