package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.pipeline.engine.Engine;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.TrainSideBySide;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.io.file.PathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * An engine without TensorFlow: a model is the mean of the examples of every class, and answers with the class whose mean is nearest at a
 * few places. It writes what a worker writes, in a moment.
 */
final class MemoryEngine implements Engine {

    private static final int SPARSELY = 7;
    /** How far an attack moves every value. */
    static final float MOVED = 0.25f;

    private static final String MEANS = "model/means.npy";

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final SortedMap<String, String> environment = new TreeMap<>();
    private String failing = "";
    private String slow = "";
    private String interrupted = "";

    /** The labels of all requests that it ran to their end, in that order. */
    List<String> done() {
        return List.copyOf(done);
    }

    /** Forgets what it did. */
    void forget() {
        done.clear();
    }

    /** Changes something that changes bits. */
    void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Lets every request fail whose label has this in it; nothing for none. */
    void failAt(String part) {
        failing = part;
    }

    /** Lets every request take a second whose label ends with this; nothing for none. */
    void slowAt(String end) {
        slow = end;
    }

    /** Has every step ended, as when one beside it fails, whose request is done and has a label that ends with this; nothing for none. */
    void interruptAfter(String end) {
        interrupted = end;
    }

    @Override
    public void fetchRuntime() {}

    @Override
    public int atOnce() {
        return 2;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>(environment);
    }

    @Override
    public SortedMap<String, String> run(WorkerRequest request, String task, String label, Path log)
            throws StepFailedException, InterruptedException {
        if (!slow.isEmpty() && label.endsWith(slow)) {
            Thread.sleep(1000);
        }
        if (!failing.isEmpty() && label.contains(failing)) {
            throw new StepFailedException(label + " was told to fail");
        }
        try {
            answer(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        done.add(label);
        if (!interrupted.isEmpty() && label.endsWith(interrupted)) {
            Thread.currentThread().interrupt();
        }
        return new TreeMap<>();
    }

    private static void answer(WorkerRequest request) throws IOException {
        if (request instanceof WorkerRequest.Train train) {
            train(train);
        } else if (request instanceof WorkerRequest.Adopt adopt) {
            adopt(adopt);
        } else if (request instanceof TrainSideBySide train) {
            train(train.train());
        } else if (request instanceof WorkerRequest.Label label) {
            label(label);
        } else if (request instanceof Together together) {
            for (WorkerRequest one : together.requests()) {
                answer(one);
            }
        } else {
            throw new IllegalArgumentException("no such request: " + request);
        }
    }

    private static void train(WorkerRequest.Train request) throws IOException {
        Examples examples =
                ExampleReader.read(request.examples()).first(request.training().examples());
        float[] means = means(examples, request.classes());
        // Another seed and other epochs give another model.
        means[0] += request.seed() * 1e-4f;
        means[1] += request.training().epochs() * 1e-4f;
        Files.createDirectories(request.output().resolve("model"));
        NpyFile.of(List.of(request.classes(), examples.shape().values()), means)
                .write(request.output().resolve(MEANS));
        Predictions onTest = evaluate(means, request.evaluations(), request.output());
        double given = answers(means, examples).accuracy();
        new History(List.of(new History.Epoch(0.1, 1, given, onTest.accuracy())))
                .write(request.output().resolve("history.csv"));
        write(
                request.output(),
                new ModelResult(
                        examples.size(), given, onTest.rows().size(), onTest.accuracy(), means.length, "0", "1"));
    }

    private static void adopt(WorkerRequest.Adopt request) throws IOException {
        PathUtils.copyDirectory(request.files(), request.output().resolve("model"));
        float[] means = NpyFile.read(request.output().resolve(MEANS)).floats();
        Predictions onTest = evaluate(means, request.evaluations(), request.output());
        new History(List.of()).write(request.output().resolve("history.csv"));
        write(request.output(), new ModelResult(0, Double.NaN, onTest.rows().size(), onTest.accuracy(), 0, "1", "1"));
    }

    private static Predictions evaluate(float[] means, List<WorkerRequest.EvaluatedFiles> evaluations, Path output)
            throws IOException {
        Examples test = ExampleReader.read(evaluations.get(0).files());
        int classes = means.length / test.shape().values();
        Predictions onTest = answers(means, test);
        onTest.write(output.resolve("predictions.csv"));
        NpyFile.of(List.of(test.size(), classes), logits(means, test)).write(output.resolve("logits.npy"));
        for (WorkerRequest.EvaluatedFiles other : evaluations.subList(1, evaluations.size())) {
            Path folder = Files.createDirectories(output.resolve("evaluations"));
            Examples inputs = ExampleReader.read(other.files());
            answers(means, inputs).write(folder.resolve(other.name() + ".csv"));
            NpyFile.of(List.of(inputs.size(), classes), logits(means, inputs))
                    .write(folder.resolve(other.name() + ".npy"));
        }
        return onTest;
    }

    private static void write(Path output, ModelResult result) throws IOException {
        Files.writeString(output.resolve("result.json"), JsonMapper.shared().writeValueAsString(result));
    }

    private static void label(WorkerRequest.Label request) throws IOException {
        Examples inputs = ExampleReader.read(request.inputs());
        if (request.attack().isPresent()) {
            for (Path other : request.attack().get().ensemble()) {
                NpyFile.read(other.resolve("means.npy"));
            }
            inputs = lighter(inputs);
            NpyFile.of(List.of(inputs.size(), inputs.shape().values()), ((Values.FloatValues) inputs.values()).floats())
                    .write(request.output().resolve("inputs.npy"));
        }
        float[] means = NpyFile.read(request.model().resolve("means.npy")).floats();
        answers(means, inputs).write(request.output().resolve("predictions.csv"));
        if (request.wantsLogits()) {
            int classes = means.length / inputs.shape().values();
            NpyFile.of(List.of(inputs.size(), classes), logits(means, inputs))
                    .write(request.output().resolve("logits.npy"));
        }
    }

    /** All values are moved by as much, whatever the attack. */
    private static Examples lighter(Examples inputs) {
        float[] values = new float[inputs.values().count()];
        for (int index = 0; index < values.length; index++) {
            values[index] = inputs.values().at(index) + MOVED;
        }
        return new Examples(inputs.shape(), new Values.FloatValues(values), inputs.targets());
    }

    private static float[] means(Examples examples, int classes) {
        int each = examples.shape().values();
        float[] means = new float[classes * each];
        int[] counts = new int[classes];
        for (int index = 0; index < examples.size(); index++) {
            int label = examples.label(index);
            counts[label]++;
            for (int value = 0; value < each; value++) {
                means[label * each + value] += examples.values().at(index * each + value);
            }
        }
        for (int index = 0; index < means.length; index++) {
            means[index] /= Math.max(1, counts[index / each]);
        }
        return means;
    }

    /** Minus the squared distance to each mean. */
    private static float[] logits(float[] means, Examples examples) {
        int each = examples.shape().values();
        int classes = means.length / each;
        float[] logits = new float[examples.size() * classes];
        for (int index = 0; index < logits.length; index++) {
            int from = index / classes * each;
            int mean = index % classes * each;
            float sum = 0;
            for (int value = 0; value < each; value += SPARSELY) {
                float difference = examples.values().at(from + value) - means[mean + value];
                sum += difference * difference;
            }
            logits[index] = -sum;
        }
        return logits;
    }

    private static Predictions answers(float[] means, Examples examples) {
        int classes = means.length / examples.shape().values();
        float[] logits = logits(means, examples);
        List<Predictions.Row> rows = new ArrayList<>();
        for (int index = 0; index < examples.size(); index++) {
            int best = 0;
            int worst = 0;
            for (int label = 1; label < classes; label++) {
                best = logits[index * classes + label] > logits[index * classes + best] ? label : best;
                worst = logits[index * classes + label] < logits[index * classes + worst] ? label : worst;
            }
            rows.add(new Predictions.Row(examples.label(index), best, 0.5f, worst));
        }
        return new Predictions(rows);
    }
}
