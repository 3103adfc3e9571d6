package io.github.distillmaven.results.arms;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.TestAccuracy;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * What an experiment came to.
 *
 * @param results its numbers
 * @param arms what it compares
 * @param chance test accuracy of guessing uniformly among the classes
 */
public record Findings(Results results, Arms arms, double chance) {

    /** Of everything that the steps left behind. */
    public static Findings of(ReportRequest request, Evidence evidence) {
        return of(
                request,
                evidence.replicates(),
                evidence.classes(),
                request.teacherData().drawn() && request.teacherData().hasLabels());
    }

    /**
     * Of the numbers of all replicates.
     *
     * @param classes number of the teacher's classes
     * @param selected whether data are drawn anew until the teacher answers all of them, so that its accuracy is a choice and no result
     */
    public static Findings of(
            ReportRequest request, List<Results.Replicate> replicates, int classes, boolean selected) {
        double chance = new TestAccuracy().chance(classes).orElseThrow();
        Arms arms = Arms.of(request, replicates, chance, selected);
        return new Findings(ResultsComposer.compose(request, replicates, arms), arms, chance);
    }

    /** The numbers of all replicates, the first one first. */
    public List<Results.Replicate> replicates() {
        return results.replicates();
    }

    /** The teacher of the first replicate. */
    public Results.ArmNumbers teacher() {
        return replicates().get(0).teacher();
    }

    /** The student of the treatment in the first replicate. */
    public Results.ArmNumbers student() {
        return replicates().get(0).student();
    }

    /** Whether there is more than one replicate, and so a spread. */
    public boolean replicated() {
        return replicates().size() > 1;
    }

    /** Whether there were test images. */
    public boolean tested() {
        return student().test().trials() > 0;
    }

    /** Sizes of all transfer sets of the treatment. */
    public IntStream transferSizes() {
        return replicates().stream()
                .mapToInt(replicate -> replicate.student().taught().size());
    }

    /** Something of every replicate. */
    public <T> List<T> each(Function<Results.Replicate, T> number) {
        return replicates().stream().map(number).toList();
    }

    /** Whether every label that the treatment's students learnt is known to be wrong. */
    public boolean allLabelsWrong() {
        return replicates().stream()
                .map(replicate -> replicate.student().taught())
                .allMatch(taught -> Objects.equals(taught.wrong(), taught.size()));
    }

    /**
     * Mean of a metric on the test set, or of the training, over all replicates; NaN if one of them lacks it.
     *
     * @param arm its name
     * @param metric as users write it
     */
    public double mean(String arm, String metric) {
        return mean(replicate -> replicate.arm(arm).value(metric));
    }

    /** The same on an evaluation set. */
    public double mean(String arm, String set, String metric) {
        return mean(replicate -> replicate.arm(arm).value(set, metric));
    }

    private double mean(Function<Results.Replicate, Results.Value> number) {
        return replicates().stream()
                .mapToDouble(replicate -> number.apply(replicate).number())
                .average()
                .orElse(Double.NaN);
    }
}
