package io.github.distillmaven.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.plan.Durations;
import io.github.distillmaven.pipeline.plan.PlanTable;
import io.github.distillmaven.pipeline.plan.RecordsThere;
import io.github.distillmaven.pipeline.plan.Stage;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.store.Housekeeping;
import io.github.distillmaven.store.StoreException;
import io.github.distillmaven.store.StoreSession;
import io.github.distillmaven.store.cleaning.StoredEntry;

/**
 * What a part of an experiment would make: the same steps that its goals run, in the same stages.
 *
 * @param replicates that are made
 * @param independent answers of other teachers to what is moved for them
 * @param records where results are looked for
 */
record ExperimentPlan(List<ReplicateSteps> replicates, List<IndependentAnswers> independent, RecordsThere records) {

    /**
     * The plan, as people read it.
     *
     * @param store whose other results tell how long such a thing takes
     * @param jointly whether what is of one kind is made in one go
     * @param workers that this build would have
     */
    PlanTable table(StoreSession store, boolean jointly, int workers) throws StepFailedException {
        List<ArmSteps> treatments =
                replicates.stream().map(ReplicateSteps::treatment).toList();
        List<ArmSteps> others = replicates.stream()
                .flatMap(replicate -> replicate.others().stream())
                .toList();
        List<Stage> stages = List.of(
                teachers(),
                sets(treatments),
                ownTeachers(others),
                sets(others),
                answers(),
                students(Stream.concat(treatments.stream(), others.stream()).toList()));
        return new PlanTable(stages, new Durations(stages, stored(store)), jointly, workers);
    }

    private Stage teachers() {
        Stage stage = new Stage(records);
        Stream.concat(
                        replicates.stream()
                                .flatMap(replicate ->
                                        Stream.concat(Stream.of(replicate), replicate.ensemble().stream())),
                        independent.stream().map(IndependentAnswers::next))
                .forEach(replicate -> stage.add(
                        replicate.executor().workspace(),
                        replicate.definitions().teacher()));
        return stage;
    }

    private Stage ownTeachers(List<ArmSteps> arms) {
        Stage stage = new Stage(records);
        arms.stream()
                .filter(arm -> arm.teacher().isPresent())
                .forEach(arm -> arm.ownTeacher()
                        .ifPresent(teacher -> stage.add(arm.executor().workspace(), teacher)));
        return stage;
    }

    private Stage sets(List<ArmSteps> arms) throws StepFailedException {
        Stage stage = new Stage(records);
        for (ArmSteps arm : arms) {
            if (arm.transfer().isPresent()) {
                stage.add(arm.executor().workspace(), arm.transfer(records));
            }
        }
        return stage;
    }

    private Stage answers() throws StepFailedException {
        Stage stage = new Stage(records);
        for (IndependentAnswers asked : independent) {
            stage.add(asked.arm().executor().workspace(), asked.definition(records));
        }
        return stage;
    }

    private Stage students(List<ArmSteps> arms) throws StepFailedException {
        Stage stage = new Stage(records);
        for (ArmSteps arm : arms) {
            stage.add(arm.executor().workspace(), arm.student(records));
        }
        return stage;
    }

    /** What the store knows of steps. Where it cannot be read, nothing is known. */
    private Stream<StepRecord> stored(StoreSession store) {
        try {
            return records.reads()
                    ? new Housekeeping(store, Instant.now())
                            .list().stream()
                                    .map(StoredEntry::key)
                                    .map(records::inStore)
                                    .flatMap(Optional::stream)
                    : Stream.empty();
        } catch (StoreException unreadable) {
            return Stream.empty();
        }
    }
}
