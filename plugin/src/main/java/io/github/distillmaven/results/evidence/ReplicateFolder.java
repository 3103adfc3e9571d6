package io.github.distillmaven.results.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.ExperimentArm;

/**
 * Where the steps of one replicate wrote.
 *
 * @param seed of the replicate
 * @param path with {@code teacher}, {@code transfer}, {@code student}, and for each control
 *     {@code controls/<control>/transfer} and {@code controls/<control>/student}; a control with a teacher of its own
 *     has that beside its transfer set; {@code independent-answers} beside a transfer set whose inputs were moved, and {@code
 *     ensemble/<number>/teacher}
 * @param ensemble number of further teachers
 */
public record ReplicateFolder(long seed, Path path, int ensemble) {

    /** Without further teachers. */
    public ReplicateFolder(long seed, Path path) {
        this(seed, path, 0);
    }

    /** The further teachers, in their order. */
    List<StepFiles> furtherTeachers() {
        return IntStream.rangeClosed(1, ensemble)
                .mapToObj(number -> new StepFiles(path.resolve("ensemble/" + number + "/teacher"), "train-teacher"))
                .toList();
    }

    StepFiles teacher() {
        return new StepFiles(path.resolve("teacher"), "train-teacher");
    }

    /** The teacher that labels for an arm that has its own. */
    StepFiles teacherOf(ExperimentArm arm) {
        return new StepFiles(path.resolve(arm.transferFolder()).resolve("teacher"), "mislabel");
    }

    StudentSteps treatment() {
        return students(path, path);
    }

    StudentSteps of(ExperimentArm arm) {
        return students(path.resolve(arm.transferFolder()), path.resolve(arm.folder()));
    }

    private static StudentSteps students(Path labelled, Path part) {
        return new StudentSteps(
                new StepFiles(labelled.resolve("transfer"), "mislabel"),
                new StepFiles(labelled.resolve("independent-answers"), "mislabel"),
                new StepFiles(part.resolve("student"), "train-student"));
    }

    /**
     * The steps that make one student, that of the treatment or another.
     *
     * @param transfer its transfer set
     * @param independent what another teacher answers to the inputs of that, if they were moved
     * @param student its training
     */
    record StudentSteps(StepFiles transfer, StepFiles independent, StepFiles student) {}
}
