package io.github.distillmaven.dataset.points;

import java.util.List;
import java.util.Map;

/** What {@code result.json} holds in the folders of the two-dimensional experiment: one part for each seed, in their order. */
public final class PointResults {

    private PointResults() {}

    /** Of the teachers. */
    public record Teachers(List<Teacher> replicates) {}

    /**
     * One teacher.
     *
     * @param attempts sets of points that were drawn until the teacher learnt one whole
     * @param correct number of points that it answers right
     * @param points number of points
     * @param loss mean cross entropy of the last step
     * @param initialWeights SHA-256, in hex, before the first step
     * @param finalWeights SHA-256, in hex, after the last step
     */
    public record Teacher(
            long seed,
            int attempts,
            int correct,
            int points,
            double loss,
            String initialWeights,
            String finalWeights) {}

    /** Of the transfer sets. */
    public record Transfers(List<Transfer> replicates) {}

    /**
     * One transfer set.
     *
     * @param points number of points that were moved
     * @param flips how many of them the teacher answers otherwise now
     */
    public record Transfer(long seed, int points, int flips) {}

    /** Of the students. */
    public record Students(List<Replicate> replicates) {}

    /**
     * The students of one seed.
     *
     * @param examples number of points that each was trained on
     * @param controls by the name of the control
     * @param labelsChanged share of the points that a control gives another label than the treatment, in [0, 1], by its name
     */
    public record Replicate(
            long seed,
            int examples,
            Student student,
            Map<String, Student> controls,
            Map<String, Double> labelsChanged) {}

    /**
     * One student.
     *
     * @param correct number of original points that it answers right
     * @param points number of original points
     * @param givenLabelAccuracy share of its training points that it answers with the label they were given, in [0, 1]
     * @param loss mean cross entropy of the last step
     * @param initialWeights SHA-256, in hex, before the first step
     * @param finalWeights SHA-256, in hex, after the last step
     */
    public record Student(
            int correct,
            int points,
            double givenLabelAccuracy,
            double loss,
            String initialWeights,
            String finalWeights) {}
}
