package io.github.distillmaven.dataset.transfer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.TransferPlan;

/** Decides whether a student can learn anything from a transfer set. */
public final class TransferSetCheck {

    private final TransferPlan settings;
    private final List<String> classNames;

    /**
     * @param settings what the experiment demands of the set
     * @param classNames the teacher's classes, in the order of the labels
     */
    public TransferSetCheck(TransferPlan settings, List<String> classNames) {
        this.settings = settings;
        this.classNames = List.copyOf(classNames);
    }

    /**
     * Why the set is not good enough, with its numbers and what to do; empty if it is. A set without any example is
     * never good enough; a small one, or one that lacks a class, is if the settings allow it.
     */
    public Optional<String> failure(TransferResult result) {
        List<Shortcoming> found = new Shortcomings(settings, classNames, result).found();
        if (found.isEmpty() || settings.allowSmall() && result.size() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                "The transfer set is not enough to train a student on: %s.\nOf %s inputs (%s) keep=%s kept %s."
                                .formatted(
                                        joined(found, Shortcoming::complaint, "; "),
                                        result.inputs(),
                                        settings.inputs(),
                                        settings.keep().id(),
                                        result.size())
                        + "\nGiven labels: %s.\n%s".formatted(histogram(result), advice(result, found)));
    }

    private IntStream classes(TransferResult result) {
        return IntStream.range(0, result.givenLabels().size());
    }

    private String histogram(TransferResult result) {
        return classes(result)
                .mapToObj(label ->
                        classNames.get(label) + ": " + result.givenLabels().get(label))
                .collect(Collectors.joining(", "));
    }

    private static String advice(TransferResult result, List<Shortcoming> found) {
        return joined(found, Shortcoming::advice, " ")
                + (result.size() == 0 ? "" : " Or accept the set as it is: <transfer><allowSmall>true</allowSmall>.");
    }

    private static String joined(List<Shortcoming> found, Function<Shortcoming, String> part, String separator) {
        return found.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(separator));
    }
}
