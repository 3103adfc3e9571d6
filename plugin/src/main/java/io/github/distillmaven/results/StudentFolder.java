package io.github.distillmaven.results;

import java.nio.file.Path;

/**
 * The steps that make one student, that of the treatment or of a control.
 *
 * @param transfer its transfer set
 * @param student its training
 */
public record StudentFolder(StepFiles transfer, StepFiles student) {

    /**
     * Where they lie.
     *
     * @param labelled the part that made the transfer set
     * @param part that of the student
     */
    static StudentFolder in(Path labelled, Path part) {
        return new StudentFolder(
                new StepFiles(labelled.resolve("transfer"), "mislabel"),
                new StepFiles(part.resolve("student"), "train-student"));
    }
}
