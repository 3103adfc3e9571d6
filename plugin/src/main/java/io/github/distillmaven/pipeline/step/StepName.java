package io.github.distillmaven.pipeline.step;

/** The steps whose results lie in folders below {@code target/distill/<experiment>}. */
public enum StepName {
    DATA("data", "fetch-data", "the data"),
    TEACHER("teacher", "train-teacher", "the teacher"),
    TRANSFER("transfer", "mislabel", "the transfer set"),
    INDEPENDENT("independent-answers", "mislabel", "the answers of an independent teacher"),
    STUDENT("student", "train-student", "the student");

    private final String folder;
    private final String goal;
    private final String result;

    StepName(String folder, String goal, String result) {
        this.folder = folder;
        this.goal = goal;
        this.result = result;
    }

    /** Name of the folder, and of the step in its record. */
    public String folder() {
        return folder;
    }

    /** The goal that makes it. */
    public String goal() {
        return goal;
    }

    /** What it makes, in words. */
    String result() {
        return result;
    }
}
