package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.distillmaven.experiment.Keep;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.extension.Targets;
import io.github.distillmaven.extension.TransferRow;
import io.github.distillmaven.metrics.Predictions;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the student trains on: inputs under the labels that the teacher gave them, as many as were kept.
 *
 * @param images the kept inputs; their labels are the given ones
 * @param table where each of them comes from, in the same order
 * @param result the set in numbers
 */
public record TransferSet(Examples images, TransferTable table, TransferResult result) {

    /** File of the {@link TransferTable}. */
    public static final String TABLE = "transfer.csv";

    /** File of the teacher's {@link Predictions} for all inputs. */
    public static final String PREDICTIONS = "predictions.csv";

    private static final String RESULT = "result.json";

    /**
     * Keeps the inputs that the experiment asks for.
     *
     * @param inputs the images, already as the student is to see them, with the labels of their own data set
     * @param predictions the teacher's, one per image
     * @param keep which of them stay
     * @param labelsAreTrue whether the inputs are of the teacher's data set, so that their labels are the truth
     * @param classes number of the teacher's classes
     * @throws IllegalArgumentException if the predictions are not of these images, if a given label is not one of the
     *     classes, or if right and wrong are to be told apart without true labels
     */
    public static TransferSet select(
            Examples inputs, Predictions predictions, Keep keep, boolean labelsAreTrue, int classes) {
        if (keep != Keep.ALL && !labelsAreTrue) {
            throw new IllegalArgumentException("keep=%s needs inputs of the teacher's own data set: without true labels"
                            .formatted(keep.name().toLowerCase(Locale.ROOT))
                    + " no given label is right or wrong");
        }
        if (predictions.rows().size() != inputs.size()) {
            throw new IllegalArgumentException("%s predictions are not of %s images"
                    .formatted(predictions.rows().size(), inputs.size()));
        }
        List<TransferRow> kept = new ArrayList<>();
        for (int index = 0; index < inputs.size(); index++) {
            Predictions.Row prediction = predictions.rows().get(index);
            if (prediction.label() != inputs.label(index)) {
                throw new IllegalArgumentException(
                        "prediction %s is of an image with label %s, but the image has label %s"
                                .formatted(index, prediction.label(), inputs.label(index)));
            }
            if (prediction.predicted() < 0 || prediction.predicted() >= classes) {
                throw new IllegalArgumentException("prediction %s is class %s, which is not one of %s classes"
                        .formatted(index, prediction.predicted(), classes));
            }
            Integer trueLabel = labelsAreTrue ? prediction.label() : null;
            TransferRow row = new TransferRow(
                    index, prediction.label(), trueLabel, prediction.predicted(), prediction.confidence());
            if (keep == Keep.ALL || row.wrong() == (keep == Keep.WRONG)) {
                kept.add(row);
            }
        }
        return of(inputs, kept, labelsAreTrue, classes);
    }

    /**
     * A set of these rows.
     *
     * @param inputs all images that were labelled, already as the student is to see them
     * @param kept the rows, which name the images by their place among the inputs
     * @param labelsAreTrue whether the inputs are of the teacher's data set
     * @param classes number of the teacher's classes
     */
    static TransferSet of(Examples inputs, List<TransferRow> kept, boolean labelsAreTrue, int classes) {
        int[] indices = kept.stream().mapToInt(TransferRow::index).toArray();
        int[] given = kept.stream().mapToInt(TransferRow::givenLabel).toArray();
        return new TransferSet(
                inputs.select(indices).with(new Targets.Classes(given)),
                new TransferTable(kept),
                TransferResult.of(kept, labelsAreTrue, inputs.size(), classes));
    }

    /**
     * Writes the inputs with the given labels as {@link ExampleWriter} does, {@code transfer.csv} and {@code result.json}.
     *
     * @param folder an existing, empty folder
     */
    public void write(Path folder) throws IOException {
        ExampleWriter.write(images, folder);
        table.write(folder.resolve(TABLE));
        JsonMapper.shared().writeValue(folder.resolve(RESULT), result);
    }
}
