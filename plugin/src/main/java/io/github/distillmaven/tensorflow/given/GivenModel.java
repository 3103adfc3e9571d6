package io.github.distillmaven.tensorflow.given;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.model.LogitRow;
import io.github.distillmaven.tensorflow.model.PlainFolder;
import io.github.distillmaven.tensorflow.model.Predictor;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.text.JsonProblem;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that somebody else made, on disk beside {@value #DESCRIPTION}, and loaded: it answers images with a number for each class, and
 * is never trained. What it takes is made of the images by itself, whatever normalisation others apply.
 */
public final class GivenModel implements DifferentiableModel, AutoCloseable {

    static final String DESCRIPTION = "given-model.json";

    private static final Pattern UNKNOWN_OPERATION = Pattern.compile("Op type not registered '([^']+)'");

    /** The logarithm of nothing is no number. */
    private static final float LEAST_PROBABILITY = 1e-30f;

    private final SavedModelBundle bundle;
    private final ModelEnds ends;
    private final FedValues fed;
    private final int classes;
    private final boolean probabilities;
    private final Unfit unfit;

    private GivenModel(
            SavedModelBundle bundle, ModelEnds ends, FedValues fed, int classes, boolean probabilities, Unfit unfit) {
        this.bundle = bundle;
        this.ends = ends;
        this.fed = fed;
        this.classes = classes;
        this.probabilities = probabilities;
        this.unfit = unfit;
    }

    /**
     * How a model is asked: the content of {@value #DESCRIPTION}.
     *
     * @param place where the user declares it
     * @param shape of an image
     * @param classes number of classes
     * @param probabilities whether its numbers are probabilities; else they are logits
     */
    public record Description(String place, ModelUse use, ExampleShape shape, int classes, boolean probabilities) {

        Description ofProbabilities() {
            return new Description(place, use, shape, classes, true);
        }
    }

    /** Whether a folder holds one. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(DESCRIPTION));
    }

    /** Writes the description of a model into its folder. */
    static void describe(Path folder, Description description) throws IOException {
        Files.writeString(folder.resolve(DESCRIPTION), JsonMapper.shared().writeValueAsString(description) + "\n");
    }

    /** Loads what lies in a folder, with its description. */
    public static GivenModel load(Path folder) throws IOException, WorkerFailure {
        Path file = folder.resolve(DESCRIPTION);
        try {
            return load(folder, JsonMapper.shared().readValue(Files.readAllBytes(file), Description.class));
        } catch (JacksonException e) {
            throw new IOException(file + ": " + JsonProblem.of(e), e);
        }
    }

    /** Loads what lies in a folder, to be closed. */
    static GivenModel load(Path folder, Description description) throws IOException, WorkerFailure {
        Unfit unfit = new Unfit(description.place());
        SavedModelBundle bundle = bundle(folder, unfit);
        try {
            ModelEnds ends = ModelEnds.of(bundle, description.use(), unfit);
            FedValues fed = FedValues.of(ends.input(), description.shape(), description.use(), unfit);
            return new GivenModel(bundle, ends, fed, description.classes(), description.probabilities(), unfit);
        } catch (WorkerFailure e) {
            bundle.close();
            throw e;
        }
    }

    private static SavedModelBundle bundle(Path folder, Unfit unfit) throws IOException, WorkerFailure {
        try (PlainFolder plain = PlainFolder.toRead(folder)) {
            return SavedModelBundle.load(plain.name(), SavedModelBundle.DEFAULT_TAG);
        } catch (TensorFlowException | IllegalArgumentException e) {
            String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
            Matcher operation = UNKNOWN_OPERATION.matcher(message);
            throw operation.find()
                    ? unfit.because(
                            "uses the operation '" + operation.group(1) + "', which TensorFlow itself does not have",
                            "export it without operations of your own",
                            e)
                    : unfit.because("cannot be loaded as a SavedModel: " + message.replaceFirst("\\.$", ""), "", e);
        }
    }

    /** Shape of the images that it is asked about. */
    public ExampleShape shape() {
        return fed.shape();
    }

    @Override
    public int classes() {
        return classes;
    }

    /** Asks it about all images. */
    public ModelAnswers answers(Examples set, ProgressReporter.Pass pass) throws WorkerFailure {
        float[] logits = new float[Math.multiplyExact(set.size(), classes)];
        List<Predictions.Row> rows = new ArrayList<>(set.size());
        for (int from = 0; from < set.size(); from += Predictor.BATCH_SIZE) {
            int size = Math.min(Predictor.BATCH_SIZE, set.size() - from);
            float[] batch = asLogits(numbers(set.values(), from, size));
            System.arraycopy(batch, 0, logits, from * classes, batch.length);
            int right = 0;
            for (int index = 0; index < size; index++) {
                int label = set.label(from + index);
                Predictions.Row row = LogitRow.of(batch, index, classes).answer(label);
                rows.add(row);
                right += row.predicted() == label ? 1 : 0;
            }
            pass.add(size, right, Double.NaN);
        }
        return ModelAnswers.of(new Predictions(rows), logits);
    }

    /**
     * What it gives for some images, as it is: [size, classes].
     *
     * @throws WorkerFailure if it fails, or if that is not finite or of another shape
     */
    float[] numbers(Values values, int from, int size) throws WorkerFailure {
        try (TType tensor = fed.tensor(values, from, size);
                Result result = bundle.session()
                        .runner()
                        .feed(ends.input(), tensor)
                        .fetch(ends.output())
                        .run()) {
            return finite(floats(result.get(0), size));
        } catch (TensorFlowException e) {
            throw unfit.because(
                    "fails when it is asked: "
                            + Objects.requireNonNullElse(e.getMessage(), e.toString())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .replaceFirst("\\.$", ""),
                    "",
                    e);
        }
    }

    private float[] floats(Tensor answer, int size) throws WorkerFailure {
        List<Long> shape =
                java.util.stream.LongStream.of(answer.shape().asArray()).boxed().toList();
        if (!(answer instanceof TFloat32 numbers)) {
            throw unfit.because("answers with another type than float32", "name another <output>");
        }
        if (shape.size() != 2 || shape.get(0) != size) {
            throw unfit.because(
                    "answers %s images with %s, and not with a row for each".formatted(size, FedValues.text(shape)),
                    "name another <output>");
        }
        if (shape.get(1) != classes) {
            throw unfit.because(
                    "answers with %s numbers, and there are %s classes".formatted(shape.get(1), classes),
                    "name another <output>, or a <dataset> of its classes");
        }
        float[] floats = new float[Math.toIntExact(numbers.size())];
        numbers.asRawTensor().data().asFloats().read(floats);
        return floats;
    }

    private float[] finite(float[] numbers) throws WorkerFailure {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw unfit.because(
                        "answers with " + number + ", which is not a finite number",
                        "see that <scale>, or <mean> and <deviation>, give it the values that it was trained on");
            }
        }
        return numbers;
    }

    @Override
    public float[] logits(float[] inputs) {
        try {
            return asLogits(numbers(new Values.FloatValues(inputs), 0, inputs.length / shape().values()));
        } catch (WorkerFailure e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private float[] asLogits(float[] numbers) {
        if (!probabilities) {
            return numbers;
        }
        float[] logits = new float[numbers.length];
        for (int index = 0; index < logits.length; index++) {
            logits[index] = (float) StrictMath.log(Math.max(numbers[index], LEAST_PROBABILITY));
        }
        return logits;
    }

    /** @throws IllegalStateException always: only its answers are known */
    @Override
    public float[] inputGradient(float[] inputs, float[] distributions) {
        throw new IllegalStateException("a given model has no gradient");
    }

    /** @throws IllegalStateException always: only its answers are known */
    @Override
    public float[] gain(float[] inputs, int[] labels) {
        throw new IllegalStateException("a given model has no gradient");
    }

    @Override
    public void close() {
        bundle.close();
    }
}
