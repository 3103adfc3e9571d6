package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;

/** The check that what a goal builds on is there, is what the settings ask for, and was not touched since. */
final class Predecessor {

    private final Workspace workspace;
    private final String goal;

    /** @param goal the goal that runs */
    Predecessor(Workspace workspace, String goal) {
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
    StepRecord require(StepDefinition wanted) throws StepFailedException {
        StepName step = wanted.step();
        StepFolder folder = workspace.step(step);
        String again =
                "Run the goal %s before %s: add <goal>%s</goal> to the execution '%s', or call both on the command line."
                        .formatted(
                                step.goal(),
                                goal,
                                step.goal(),
                                workspace.experiment().name());
        Optional<StepRecord> found = folder.read();
        if (found.isEmpty()) {
            throw new StepFailedException("Experiment '%s': %s is missing, there is no complete result in %s. %s"
                    .formatted(workspace.experiment().name(), step.result(), folder.path(), again));
        }
        if (!found.get().key().equals(wanted.key())) {
            throw new StepFailedException("Experiment '%s': %s in %s was made with other settings (%s). %s"
                    .formatted(
                            workspace.experiment().name(),
                            step.result(),
                            folder.path(),
                            String.join("; ", wanted.changesSince(found.get())),
                            folder.writtenAfter(workspace.build().started())
                                    ? "It was written after this build began: another build, module or execution runs this experiment in the same folder with other settings. Run one after the other, or give each a name or a build folder of its own."
                                    : again));
        }
        try {
            Optional<String> changed = folder.firstChanged(found.get());
            if (changed.isPresent()) {
                throw new StepFailedException(
                        "Experiment '%s': %s was changed or removed after the goal %s had made it. %s"
                                .formatted(
                                        workspace.experiment().name(),
                                        folder.path().resolve(changed.get()),
                                        step.goal(),
                                        again));
            }
        } catch (IOException e) {
            throw new StepFailedException(
                    "Experiment '%s': %s cannot be read: %s"
                            .formatted(workspace.experiment().name(), folder.path(), e),
                    e);
        }
        return found.get();
    }
}
