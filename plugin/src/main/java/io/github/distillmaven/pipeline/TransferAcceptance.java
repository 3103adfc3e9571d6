package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.TransferResult;
import io.github.distillmaven.dataset.transfer.TransferSetCheck;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.text.JsonProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a transfer set that no student could learn from, whether it was made just now or long ago. */
final class TransferAcceptance {

    private final Workspace workspace;

    TransferAcceptance(Workspace workspace) {
        this.workspace = workspace;
    }

    void require() throws StepFailedException {
        Path file = workspace.step(StepName.TRANSFER).path().resolve("result.json");
        try {
            TransferResult result = JsonMapper.shared().readValue(file, TransferResult.class);
            Optional<String> failure = new TransferSetCheck(
                            workspace.experiment().transfer(),
                            workspace.source().classNames())
                    .failure(result);
            if (failure.isPresent()) {
                throw new StepFailedException("Experiment '%s'%s: %s"
                        .formatted(
                                workspace.experiment().name(), workspace.part().title(), failure.get()));
            }
            int wanted = workspace.experiment().student().examples();
            if (wanted > result.size()) {
                throw new StepFailedException(
                        "Experiment '%s': <student><examples> is %s, but the transfer set has %s examples. Lower it, or set it to 0 for all of them."
                                .formatted(workspace.experiment().name(), wanted, result.size()));
            }
        } catch (JacksonException e) {
            throw new StepFailedException(file + " cannot be read: " + JsonProblem.of(e), e);
        }
    }
}
