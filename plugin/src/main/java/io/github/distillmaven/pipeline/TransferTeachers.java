package io.github.distillmaven.pipeline;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.step.Earlier;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.Workspace;

/**
 * The teachers that a transfer set needs: the one that labels it, and further ones that its attack is not to fool.
 *
 * @param workspace of a replicate, or of one of its arms
 * @param definitions with the settings of the transfer set
 * @param earlier where their records are taken from
 */
record TransferTeachers(Workspace workspace, StepDefinitions definitions, Earlier earlier) {

    /** What decides the transfer set. The data and all the teachers must be there. */
    StepDefinition transfer() throws StepFailedException {
        earlier.require(workspace, definitions.data());
        return definitions.transfer(earlier.require(workspace, definitions.teacher()), ensemble());
    }

    /** The further teachers, in their order, all of which must be there. */
    List<StepRecord> ensemble() throws StepFailedException {
        List<StepRecord> ensemble = new ArrayList<>();
        for (int number = 1; number <= workspace.experiment().transfer().ensemble(); number++) {
            ensemble.add(earlier.require(workspace.member(number), definitions.member(number)));
        }
        return ensemble;
    }
}
