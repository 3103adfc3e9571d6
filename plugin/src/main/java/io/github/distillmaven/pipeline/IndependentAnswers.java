package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.pipeline.execution.PlannedStep;
import io.github.distillmaven.pipeline.execution.StepPlace;
import io.github.distillmaven.pipeline.execution.StepPlan;
import io.github.distillmaven.pipeline.step.Earlier;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.worker.WorkerRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the teacher of the next replicate about the inputs that an arm moved for its own.
 *
 * @param arm which moves inputs
 * @param next the replicate whose teacher answers; after the last comes the first
 */
record IndependentAnswers(ArmSteps arm, ReplicateSteps next) {

    /** Whether the inputs are those of a replicate. */
    boolean isOf(ReplicateSteps replicate) {
        return replicate.arms().contains(arm);
    }

    /** Of all arms that move inputs; none where there is no other teacher that learnt the same. */
    static List<IndependentAnswers> of(Workspace workspace, List<ReplicateSteps> replicates) {
        List<IndependentAnswers> all = new ArrayList<>();
        if (replicates.size() == 1
                || workspace.source().drawn()
                || workspace.model().isPresent()) {
            return all;
        }
        for (int index = 0; index < replicates.size(); index++) {
            ReplicateSteps next = replicates.get((index + 1) % replicates.size());
            replicates.get(index).arms().stream()
                    .filter(ArmSteps::movesInputs)
                    .forEach(arm -> all.add(new IndependentAnswers(arm, next)));
        }
        return all;
    }

    /** The step, once the transfer set and the teacher are there. */
    PlannedStep step() throws StepFailedException {
        return new PlannedStep(arm.executor(), definition(Earlier.than(StepName.INDEPENDENT.goal())), new Asked());
    }

    /** Checks that they are there. */
    void require(String goal) throws StepFailedException {
        Earlier earlier = Earlier.than(goal);
        earlier.require(workspace(), definition(earlier));
    }

    /**
     * What decides them.
     *
     * @param earlier where the records of the set and of the teacher are taken from
     */
    StepDefinition definition(Earlier earlier) throws StepFailedException {
        return arm.definitions()
                .independentAnswers(
                        earlier.require(workspace(), arm.transfer(earlier)),
                        earlier.require(
                                next.executor().workspace(), next.definitions().teacher()));
    }

    private Workspace workspace() {
        return arm.executor().workspace();
    }

    /** The predictions, and {@code result.json}, an {@link AttackResult}. */
    private final class Asked implements StepPlan {

        private final Labeller labeller = new Labeller(workspace());

        @Override
        public Optional<WorkerRequest> request(StepPlace place) throws StepFailedException, IOException {
            return Optional.of(labeller.askOther(next.executor().workspace(), moved(), place));
        }

        @Override
        public void finish(StepPlace place) throws StepFailedException, IOException {
            place.deletePrepared();
            JsonMapper.shared()
                    .writeValue(place.output().resolve("result.json"), labeller.attackResult(moved(), place.output()));
        }

        private Examples moved() throws StepFailedException, IOException {
            Path set = workspace().step(StepName.TRANSFER).path();
            return labeller.moved(labeller.inputs(), set);
        }
    }
}
