package io.github.distillmaven.results;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;

/**
 * What the training of one model left behind.
 *
 * @param predictions its answers on the test set
 * @param step the record of the training
 */
public record ModelRun(ModelResult result, History history, Predictions predictions, StepRecord step) {}
