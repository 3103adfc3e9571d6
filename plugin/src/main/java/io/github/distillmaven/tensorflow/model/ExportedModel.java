package io.github.distillmaven.tensorflow.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;

/**
 * A trained classifier on disk, as a SavedModel. Its signature {@code serving_default} takes bytes as {@code
 * images} or floats as {@code values}, and answers {@code logits}, {@code probabilities} and {@code classes}.
 */
public final class ExportedModel implements AutoCloseable {

    private final SavedModelBundle bundle;
    private final ExampleShape shape;

    private ExportedModel(SavedModelBundle bundle, ExampleShape shape) {
        this.bundle = bundle;
        this.shape = shape;
    }

    /**
     * Writes a model. The graph holds the classifier alone, nothing of its training.
     *
     * @param moments normalisation that the model applies by itself
     * @param folder is created
     */
    public static void export(
            Architecture architecture, ModelInput input, int classes, Moments moments, Weights weights, Path folder)
            throws IOException {
        try (PlainFolder plain = PlainFolder.toWrite(folder);
                Graph graph = new Graph();
                Session session = new Session(graph)) {
            Classifier classifier = Classifier.build(Ops.create(graph), architecture, input, classes, moments);
            weights.assign(session, classifier.parameters());
            SavedModelBundle.exporter(plain.name())
                    .withSession(session)
                    .withSignature(Signature.builder(Signature.DEFAULT_KEY)
                            .input(input.name(), classifier.input())
                            .output(Classifier.LOGITS, classifier.logits())
                            .output(Classifier.PROBABILITIES, classifier.probabilities())
                            .output(Classifier.CLASSES, classifier.classes())
                            .build())
                    .export();
            plain.keep();
        }
        SavedModelOrder.fix(folder.resolve("saved_model.pb"));
    }

    /**
     * Loads what {@link #export} wrote.
     *
     * @throws WorkerFailure {@link FailureKind#BAD_INPUT} if the folder holds no such model
     */
    public static ExportedModel load(Path folder) throws IOException, WorkerFailure {
        if (!Files.isDirectory(folder)) {
            throw notAModel(folder, "there is no such folder", null);
        }
        SavedModelBundle bundle;
        try (PlainFolder plain = PlainFolder.toRead(folder)) {
            bundle = SavedModelBundle.load(plain.name(), SavedModelBundle.DEFAULT_TAG);
        } catch (TensorFlowException | IllegalArgumentException e) {
            throw notAModel(folder, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
        Optional<ModelInput> input = ModelInput.in(bundle.graph());
        if (input.isEmpty()) {
            bundle.close();
            throw notAModel(
                    folder, "its graph has no input '" + Classifier.IMAGES + "' or '" + Classifier.VALUES + "'", null);
        }
        return new ExportedModel(bundle, input.get().shape());
    }

    /** Shape of the examples that the model takes. */
    public ExampleShape shape() {
        return shape;
    }

    /** The model as a function with a gradient, with a normalisation in place of its own. */
    public Differentiable differentiable(Moments moments) {
        return new Differentiable(bundle.graph(), bundle.session(), shape, moments);
    }

    /** Asks the model; usable until it is closed. */
    public Predictor predictor() {
        return new Predictor(bundle.graph(), bundle.session());
    }

    @Override
    public void close() {
        bundle.close();
    }

    private static WorkerFailure notAModel(Path folder, String reason, @Nullable Exception cause) {
        return new WorkerFailure(
                FailureKind.BAD_INPUT, "cannot load the model in " + folder + ": " + reason, "train it again", cause);
    }
}
