package io.github.distillmaven.results;

import java.nio.file.Path;

import io.github.distillmaven.experiment.Control;

/**
 * Where the steps of one replicate wrote.
 *
 * @param seed of the replicate
 * @param path with {@code teacher}, {@code transfer}, {@code student}, and for each control
 *     {@code controls/<control>/transfer} and {@code controls/<control>/student}; the control {@code permuted-label-teacher} has a
 *     {@code teacher} beside these
 */
public record ReplicateFolder(long seed, Path path) {

    StepFiles teacher() {
        return new StepFiles(path.resolve("teacher"), "train-teacher");
    }

    /** The teacher that labels for the control of that name. */
    StepFiles permutedLabelTeacher() {
        return new StepFiles(path(Control.PERMUTED_LABEL_TEACHER).resolve("teacher"), "mislabel");
    }

    StudentFolder treatment() {
        return StudentFolder.in(path);
    }

    StudentFolder control(Control control) {
        return StudentFolder.in(path(control));
    }

    private Path path(Control control) {
        return path.resolve("controls").resolve(control.folder());
    }
}
