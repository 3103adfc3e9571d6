package io.github.distillmaven.results;

import java.nio.file.Path;

/**
 * The steps that make one student, that of the treatment or of a control.
 *
 * @param transfer its transfer set
 * @param student its training
 */
public record StudentFolder(StepFiles transfer, StepFiles student) {

    static StudentFolder in(Path part) {
        return new StudentFolder(
                new StepFiles(part.resolve("transfer"), "mislabel"),
                new StepFiles(part.resolve("student"), "train-student"));
    }
}
