package io.github.distillmaven.results;

import java.nio.file.Path;

import io.github.distillmaven.experiment.ExperimentArm;

/**
 * Where the steps of one replicate wrote.
 *
 * @param seed of the replicate
 * @param path with {@code teacher}, {@code transfer}, {@code student}, and for each control
 *     {@code controls/<control>/transfer} and {@code controls/<control>/student}; a control with a teacher of its own
 *     has that beside these
 */
public record ReplicateFolder(long seed, Path path) {

    StepFiles teacher() {
        return new StepFiles(path.resolve("teacher"), "train-teacher");
    }

    /** The teacher that labels for an arm that has its own. */
    StepFiles teacherOf(ExperimentArm arm) {
        return new StepFiles(path.resolve(arm.folder()).resolve("teacher"), "mislabel");
    }

    StudentFolder treatment() {
        return StudentFolder.in(path, path);
    }

    StudentFolder of(ExperimentArm arm) {
        return StudentFolder.in(path.resolve(arm.transferFolder()), path.resolve(arm.folder()));
    }
}
