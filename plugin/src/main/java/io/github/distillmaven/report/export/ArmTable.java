package io.github.distillmaven.report.export;

import java.util.List;

import io.github.distillmaven.report.text.ArmRow;

/**
 * The test accuracies of an experiment as a table: of several replicates with their spread, of one with the interval by its test set.
 *
 * @param head names of the columns; the first is of text, the others of numbers but for the last
 * @param rows one per arm, with as many cells as the head
 */
public record ArmTable(List<String> head, List<List<String>> rows) {

    private static final List<String> OF_ONE =
            List.of("Model", "Test accuracy", "95% interval", "Student minus this", "Published", "Verdict");
    private static final List<String> OF_SEVERAL = List.of(
            "Model",
            "Mean test accuracy",
            "Deviation",
            "95% of the mean",
            "95% of a further run",
            "Student minus this",
            "p",
            "Published",
            "Verdict");

    public static ArmTable of(List<ArmRow> arms, boolean several) {
        return new ArmTable(
                several ? OF_SEVERAL : OF_ONE,
                arms.stream()
                        .map(arm -> several
                                ? List.of(
                                        arm.name(),
                                        arm.mean(),
                                        arm.deviation(),
                                        arm.interval(),
                                        arm.predictionInterval(),
                                        arm.advantageInWords(),
                                        arm.pValue(),
                                        arm.published(),
                                        arm.verdict())
                                : List.of(
                                        arm.name(),
                                        arm.mean(),
                                        arm.interval(),
                                        arm.advantageInWords(),
                                        arm.published(),
                                        arm.verdict()))
                        .toList());
    }
}
