package io.github.distillmaven.pipeline;

import java.nio.file.Path;

import io.github.distillmaven.dataset.points.PointResults;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Transfer;
import io.github.distillmaven.text.JsonProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Refuses transfer sets of points that no student could learn from, whether they were made just now or long ago. */
record PointAcceptance(Experiment experiment) {

    /** @param folder of the transfer sets */
    void require(Path folder) throws StepFailedException {
        Path file = folder.resolve("result.json");
        try {
            for (PointResults.Transfer result : JsonMapper.shared()
                    .readValue(file, PointResults.Transfers.class)
                    .replicates()) {
                require(result);
            }
        } catch (JacksonException e) {
            throw new StepFailedException(file + " cannot be read: " + JsonProblem.of(e), e);
        }
    }

    private void require(PointResults.Transfer result) throws StepFailedException {
        Transfer transfer = experiment.transfer();
        if (result.flips() == 0) {
            throw new StepFailedException(
                    "Experiment '%s': no point of seed %s changed its label, so that a student has nothing to learn from. Raise <transfer><epsilon>, which is %s."
                            .formatted(
                                    experiment.name(),
                                    result.seed(),
                                    transfer.perturbation().choice().values().get("epsilon")));
        }
        if (result.flips() < transfer.minimumSize() && !transfer.allowSmall()) {
            throw new StepFailedException(
                    "Experiment '%s': of seed %s only %s of %s points changed their label, fewer than <transfer><minimumSize> %s. Raise <transfer><epsilon>, which is %s, lower <minimumSize>, or set <allowSmall> to true."
                            .formatted(
                                    experiment.name(),
                                    result.seed(),
                                    result.flips(),
                                    result.points(),
                                    transfer.minimumSize(),
                                    transfer.perturbation().choice().values().get("epsilon")));
        }
    }
}
