package io.github.distillmaven.results.evidence;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.experiment.StepRecord;

/**
 * How often the inputs that were moved for one teacher fool another one, which was trained from another seed.
 *
 * @param result by the answers of that teacher
 * @param step that asked it
 */
public record IndependentAttack(AttackResult result, StepRecord step) {}
