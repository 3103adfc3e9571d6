package io.github.distillmaven.dataset.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.metrics.Predictions;
import org.apache.commons.rng.UniformRandomProvider;
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

    /** File of the teacher's logits for all inputs; there is none where they were not asked for. */
    public static final String LOGITS = "logits.npy";

    /** File of those of the teacher's logits that stand for no class; there is none where it has none or they were not asked for. */
    public static final String AUXILIARY = "auxiliary.npy";

    /** File of all inputs as a perturbation left them; there is none where nothing is moved. */
    public static final String INPUTS = "inputs.npy";

    private static final String RESULT = "result.json";

    /**
     * Keeps the inputs that the experiment asks for.
     *
     * @param random what is left to chance is drawn from it
     * @throws IllegalArgumentException if right and wrong are to be told apart without true labels
     */
    public static TransferSet select(LabelledInputs labelled, Chosen<Selection> chosen, UniformRandomProvider random) {
        Selection selection = chosen.component();
        if (selection.needsTrueLabels() && !labelled.labelsAreTrue()) {
            throw new IllegalArgumentException(
                    "keep=%s needs inputs of the teacher's own data set: without true labels no given label is right or wrong"
                            .formatted(selection.id()));
        }
        return labelled.set(selection.select(labelled.answered(), chosen.choice(), random));
    }

    /** The same with what came of the attack that it was made by; empty if there was none. */
    public TransferSet after(Optional<AttackResult> attack) {
        return new TransferSet(images, table, result.after(attack.orElse(null)));
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
