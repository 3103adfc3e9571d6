package io.github.distillmaven.tensorflow.stacked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.text.JsonProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trained network of dense layers on disk: {@value #DESCRIPTION}, which is this record, and {@value #WEIGHTS}, one row with the weights
 * and biases of each layer in turn.
 *
 * @param network its architecture, with its options
 * @param shape of its inputs
 * @param classes number of logits that stand for classes
 * @param moments normalisation of its inputs
 */
public record StoredNetwork(Choice network, ExampleShape shape, int classes, Moments moments) {

    static final String DESCRIPTION = "network.json";
    static final String WEIGHTS = "weights.npy";

    /** Whether a folder holds one. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(DESCRIPTION));
    }

    /** Writes it into a folder, which is created. */
    void write(Weights weights, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(DESCRIPTION), JsonMapper.shared().writeValueAsString(this) + "\n");
        float[] row = weights.row();
        NpyFile.of(List.of(1, row.length), row).write(folder.resolve(WEIGHTS));
    }

    /**
     * Reads the description that {@link #write} wrote.
     *
     * @throws IOException if it is missing or of another form; the message names the file
     */
    public static StoredNetwork read(Path folder) throws IOException {
        Path file = folder.resolve(DESCRIPTION);
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), StoredNetwork.class);
        } catch (JacksonException e) {
            throw new IOException(file + ": " + JsonProblem.of(e), e);
        }
    }

    /** Number of logits that stand for no class. */
    public int auxiliary() {
        return kind().auxiliary();
    }

    StackedKind kind() {
        return new StackedKind(network, shape, classes);
    }

    /**
     * Loads the weights in that folder.
     *
     * @throws IOException if they are missing or not as many as the network has; the message names the file
     */
    public StackedModel load(Path folder, StackedPool pool, Moments ofInputs) throws IOException {
        StackedNetworks networks = pool.get(kind(), StackedNetworks.FEWEST);
        Path file = folder.resolve(WEIGHTS);
        float[] row = NpyFile.read(file).floats();
        if (row.length != networks.weightsOfOne()) {
            throw new IOException(
                    file + ": " + row.length + " weights, but '" + network.id() + "' has " + networks.weightsOfOne());
        }
        networks.begin(Collections.nCopies(networks.size(), networks.weights(row)));
        return new StackedModel(networks, ofInputs);
    }
}
