package io.github.distillmaven.dataset.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.AnsweredInput;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.metrics.Predictions;

/**
 * All inputs of an experiment under the labels that they were given, before some of them are kept.
 *
 * @param inputs already as the student is to see them, with the labels of their own data set
 * @param predictions the teacher's, one per input
 * @param given the label of each
 * @param labelsAreTrue whether the inputs are of the teacher's data set, so that their labels are the truth
 * @param classes number of the teacher's classes
 * @param candidates places of those that may be kept, in their order
 */
public record LabelledInputs(
        Examples inputs,
        Predictions predictions,
        Targets given,
        boolean labelsAreTrue,
        int classes,
        List<Integer> candidates) {

    /** @throws IllegalArgumentException if predictions or labels are not those of the inputs, or a label is none of the classes */
    public LabelledInputs {
        candidates = List.copyOf(candidates);
        if (predictions.rows().size() != inputs.size()) {
            throw new IllegalArgumentException("%s predictions are not of %s images"
                    .formatted(predictions.rows().size(), inputs.size()));
        }
        if (given.count() != inputs.size()) {
            throw new IllegalArgumentException(
                    "%s labels are not those of %s inputs".formatted(given.count(), inputs.size()));
        }
        for (int index = 0; index < inputs.size(); index++) {
            int label = predictions.rows().get(index).label();
            if (label != inputs.label(index)) {
                throw new IllegalArgumentException(
                        "prediction %s is of an image with label %s, but the image has label %s"
                                .formatted(index, label, inputs.label(index)));
            }
            if (given instanceof Targets.Classes && given.label(index) >= classes) {
                throw new IllegalArgumentException("prediction %s is class %s, which is not one of %s classes"
                        .formatted(index, given.label(index), classes));
            }
        }
    }

    /** All of them under the classes that the teacher predicts. */
    public static LabelledInputs predicted(
            Examples inputs, Predictions predictions, boolean labelsAreTrue, int classes) {
        int[] predicted =
                predictions.rows().stream().mapToInt(Predictions.Row::predicted).toArray();
        return new LabelledInputs(
                inputs,
                predictions,
                new Targets.Classes(predicted),
                labelsAreTrue,
                classes,
                IntStream.range(0, inputs.size()).boxed().toList());
    }

    /** One row for each candidate, in their order. */
    public List<TransferRow> rows() {
        return answered().stream().map(AnsweredInput::row).toList();
    }

    /** The same with what the teacher answers to each. */
    public List<AnsweredInput> answered() {
        List<AnsweredInput> answered = new ArrayList<>();
        for (int index : candidates) {
            Predictions.Row answer = predictions.rows().get(index);
            int label = label(index);
            TransferRow row = new TransferRow(
                    index,
                    inputs.label(index),
                    labelsAreTrue ? inputs.label(index) : null,
                    label,
                    label == answer.predicted() ? answer.confidence() : Float.NaN,
                    index);
            answered.add(new AnsweredInput(row, answer.predicted(), answer.confidence()));
        }
        return answered;
    }

    /** The class that an input was given; of a label that stands for no class, what the teacher answers. */
    private int label(int index) {
        int label = given.label(index);
        return label < classes ? label : predictions.rows().get(index).predicted();
    }

    /**
     * A transfer set of some of the inputs.
     *
     * @param rows which name the inputs by their place; distributions are carried on where every row stands under the answer to an input
     */
    public TransferSet set(List<TransferRow> rows) {
        int[] indices = rows.stream().mapToInt(TransferRow::index).toArray();
        return new TransferSet(
                inputs.select(indices).with(targets(rows)),
                new TransferTable(rows),
                TransferResult.of(rows, labelsAreTrue, candidates.size(), classes));
    }

    private Targets targets(List<TransferRow> rows) {
        boolean answers = given instanceof Targets.Distributions
                && rows.stream().allMatch(row -> row.answerTo() != TransferRow.NO_ANSWER);
        return answers
                ? given.select(rows.stream().mapToInt(TransferRow::answerTo).toArray())
                : new Targets.Classes(
                        rows.stream().mapToInt(TransferRow::givenLabel).toArray());
    }
}
