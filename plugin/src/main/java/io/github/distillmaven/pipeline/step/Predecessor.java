package io.github.distillmaven.pipeline.step;

import java.io.IOException;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;

/** The check that what a goal builds on is there, is what the settings ask for, and was not touched since. */
public final class Predecessor {

    private final Workspace workspace;
    private final String goal;

    /** @param goal the goal that runs */
    public Predecessor(Workspace workspace, String goal) {
        this.workspace = workspace;
        this.goal = goal;
    }

    /**
     * The record of an earlier step.
     *
     * @param wanted what it must have been made with
     * @throws StepFailedException if it is missing, made with other settings, or changed; the message names the goal to
     *     run or bind
     */
    public StepRecord require(StepDefinition wanted) throws StepFailedException {
        StepName step = wanted.step();
        StepFolder folder = workspace.step(step);
        Optional<StepRecord> found = folder.read();
        if (found.isEmpty()) {
            throw missing(
                    step,
                    "Experiment '%s': %s is missing, there is no complete result in %s."
                            .formatted(workspace.experiment().name(), step.result(), folder.path()));
        }
        if (!found.get().key().equals(wanted.key())) {
            String problem = "Experiment '%s': %s in %s was made with other settings (%s)."
                    .formatted(
                            workspace.experiment().name(),
                            step.result(),
                            folder.path(),
                            String.join("; ", wanted.changesSince(found.get())));
            if (folder.writtenAfter(workspace.build().started())) {
                throw new StepFailedException(
                        problem
                                + " It was written after this build began: another build, module or execution runs this experiment in the same folder with other settings. Run one after the other, or give each a name or a build folder of its own.");
            }
            throw missing(step, problem);
        }
        try {
            Optional<String> changed = folder.firstChanged(found.get());
            if (changed.isPresent()) {
                throw missing(
                        step,
                        "Experiment '%s': %s was changed or removed after the goal %s had made it."
                                .formatted(
                                        workspace.experiment().name(),
                                        folder.path().resolve(changed.get()),
                                        step.goal()));
            }
        } catch (IOException e) {
            throw new StepFailedException(
                    "Experiment '%s': %s cannot be read: %s"
                            .formatted(workspace.experiment().name(), folder.path(), e),
                    e);
        }
        return found.get();
    }

    private MissingResultException missing(StepName step, String problem) {
        return new MissingResultException(
                problem, step.goal(), goal, workspace.experiment().name());
    }
}
