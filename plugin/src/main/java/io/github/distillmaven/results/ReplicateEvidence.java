package io.github.distillmaven.results;

import java.util.Map;

import io.github.distillmaven.experiment.Control;

/**
 * All that the trainings of one replicate left behind, without the images.
 *
 * @param student that of the treatment
 * @param controls in the order of the request
 */
public record ReplicateEvidence(long seed, ModelRun teacher, StudentRun student, Map<Control, StudentRun> controls) {}
