package io.github.distillmaven.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.IdxFile;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Keep;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.metrics.ModelResult;
import io.github.distillmaven.metrics.Predictions;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the steps of a made-up experiment would have left behind. The same fixture writes the same bytes. */
public final class ExperimentFixture {

    public static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    static final List<String> GARMENTS = List.of(
            "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");
    public static final Published PUBLISHED = new Published("Wallace, Distill, 2019", null, 0.991, null, 0.9104);

    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";
    private static final int SIZE = 28;
    private static final int SEED = 1;
    private static final int EPOCHS = 8;
    private static final double FIT = 0.9725;
    private static final double TEACHER_ACCURACY = 0.97;
    private static final double STUDENT_ACCURACY = 0.78;
    /** Standard deviation of the accuracies over the replicates after the first. */
    private static final double SPREAD = 0.01;

    private final Path folder;
    private final Random random = new Random(SEED);
    private final JsonMapper mapper = JsonMapper.builder().build();
    private List<String> classes = DIGITS;
    private List<String> inputClasses = GARMENTS;
    private boolean sameTask;
    private int channels = 1;
    private int tests = 1000;
    private int transferSize = 3000;
    private int studentExamples;
    private int absentLabel = -1;
    private static final String BUILD_STARTED = "2026-11-23T09:00:00Z";

    private String startedAt = "2026-11-23T09:30:00Z";
    private Map<String, String> origin = Map.of("commit", "0123456789".repeat(4), "dirty", "false");
    private String preset = "fashion-to-mnist";
    private int replicates = 1;
    private List<Control> controls = List.of();
    private Control unfitted;
    private Published published = PUBLISHED;
    private EarlierResults baseline;

    /** @param folder {@code target/distill/<experiment>} */
    public ExperimentFixture(Path folder) {
        this.folder = folder;
    }

    public ExperimentFixture classes(List<String> names) {
        classes = names;
        return this;
    }

    public ExperimentFixture inputClasses(List<String> names) {
        inputClasses = names;
        return this;
    }

    /** The transfer inputs are of the teacher's own data set, and only wrong labels were kept. */
    public ExperimentFixture wrongLabelsOnly() {
        sameTask = true;
        return this;
    }

    public ExperimentFixture colour() {
        channels = 3;
        return this;
    }

    public ExperimentFixture tests(int number) {
        tests = number;
        return this;
    }

    public ExperimentFixture transferSize(int number) {
        transferSize = number;
        return this;
    }

    /** Students are trained on the first examples of their transfer sets alone. */
    public ExperimentFixture studentExamples(int number) {
        studentExamples = number;
        return this;
    }

    public ExperimentFixture neverGiven(int label) {
        absentLabel = label;
        return this;
    }

    public ExperimentFixture startedAt(String instant) {
        startedAt = instant;
        return this;
    }

    public ExperimentFixture origin(Map<String, String> facts) {
        origin = facts;
        return this;
    }

    public ExperimentFixture preset(String name, Published numbers) {
        preset = name;
        published = numbers;
        return this;
    }

    public ExperimentFixture replicates(int number) {
        replicates = number;
        return this;
    }

    public ExperimentFixture controls(Control... chosen) {
        controls = List.of(chosen);
        return this;
    }

    /** The students of this control answer 30 % of their training images with the given label. */
    public ExperimentFixture unfitted(Control control) {
        unfitted = control;
        return this;
    }

    /** The report is to compare with these results. */
    public ExperimentFixture baseline(String name, Results results) {
        baseline = new EarlierResults(name, results);
        return this;
    }

    public ReportRequest write() throws IOException {
        DatasetSpec teacherData = spec("synthetic-digits", "Synthetic digits", classes);
        DatasetSpec inputs = sameTask ? teacherData : spec("synthetic-garments", "Synthetic garments", inputClasses);
        Files.createDirectories(folder.resolve("data/synthetic-digits"));
        List<Integer> labels = new ArrayList<>();
        for (int index = 0; index < tests; index++) {
            labels.add(random.nextInt(classes.size()));
        }
        ImageSet testImages = draw(labels);
        IdxFile.ofImages(testImages)
                .write(folder.resolve("data/synthetic-digits").resolve(TEST_IMAGES));
        IdxFile.ofLabels(testImages)
                .write(folder.resolve("data/synthetic-digits").resolve(TEST_LABELS));
        json(folder.resolve("data/step.json"), step("data", SEED));
        List<ReplicateFolder> folders = new ArrayList<>();
        for (int seed = SEED; seed < SEED + replicates; seed++) {
            Path place = seed == SEED ? folder : folder.resolve("replicates/" + seed);
            replicate(place, seed, labels, inputs.classNames().size());
            folders.add(new ReplicateFolder(seed, place));
        }
        return new ReportRequest(
                folder.getFileName().toString(),
                preset,
                folders,
                controls,
                settings(),
                published,
                teacherData,
                inputs,
                folder,
                new Occasion(
                        Instant.parse(BUILD_STARTED),
                        List.of(),
                        new TreeMap<>(Map.of("project", "org.example:lab:1", "command", "mvn verify -Ddistill.seed=1")),
                        baseline));
    }

    private void replicate(Path place, int seed, List<Integer> labels, int inputClasses) throws IOException {
        double luck = seed == SEED ? 0 : SPREAD * random.nextGaussian();
        model(place.resolve("teacher"), seed, labels, TEACHER_ACCURACY + luck, 12_000, FIT);
        transferSet(place.resolve("transfer"), seed, inputClasses);
        model(place.resolve("student"), seed, labels, STUDENT_ACCURACY + luck, taught(), FIT);
        for (Control control : controls) {
            Path part = place.resolve("controls").resolve(control.folder());
            transferSet(part.resolve("transfer"), seed, inputClasses);
            model(
                    part.resolve("student"),
                    seed,
                    labels,
                    accuracy(control) + luck,
                    taught(),
                    control == unfitted ? 0.3 : FIT);
            if (control == Control.PERMUTED_LABEL_TEACHER) {
                Files.createDirectories(part.resolve("teacher"));
                json(part.resolve("teacher/step.json"), step("permuted", seed));
            }
        }
    }

    private int taught() {
        return studentExamples == 0 ? transferSize : studentExamples;
    }

    /** About what is to be expected of a student that saw such labels, less what it guesses by luck. */
    private static double accuracy(Control control) {
        return switch (control) {
            case SHUFFLED_WITHIN_CLASS -> 0.16;
            case TRUE_LABELS -> 0.95;
            case UNFILTERED, RANDOM_SUBSET -> 0.85;
            default -> 0;
        };
    }

    private DatasetSpec spec(String name, String title, List<String> classNames) {
        Moments moments = new Moments(Collections.nCopies(channels, 0.5), Collections.nCopies(channels, 0.25));
        List<DatasetFile> files = Stream.of(TEST_IMAGES, TEST_LABELS)
                .map(file -> new DatasetFile(file, 1, digest(file)))
                .toList();
        return new DatasetSpec(
                name, title, true, new ImageShape(SIZE, SIZE, channels), classNames, moments, files, List.of());
    }

    private void model(Path place, int seed, List<Integer> labels, double accuracy, int examples, double fit)
            throws IOException {
        Files.createDirectories(place);
        String role = place.getFileName().toString();
        List<Predictions.Row> rows = new ArrayList<>();
        for (int label : labels) {
            boolean right = random.nextDouble() < accuracy;
            int answer = right ? label : random.nextInt(classes.size());
            rows.add(new Predictions.Row(label, answer, 0.9f, (answer + 1) % classes.size()));
        }
        Predictions predictions = new Predictions(rows);
        predictions.write(place.resolve("predictions.csv"));
        List<History.Epoch> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double learnt = 1 - Math.exp(-0.7 * epoch);
            epochs.add(new History.Epoch(0.01, 2.3 - 2 * learnt, 0.1 + 0.87 * learnt, 0.1 + (accuracy - 0.1) * learnt));
        }
        new History(epochs).write(place.resolve("history.csv"));
        json(
                place.resolve("result.json"),
                new ModelResult(
                        examples,
                        fit,
                        tests,
                        predictions.accuracy(),
                        431_080,
                        digest(role + "-a"),
                        digest(role + "-b")));
        json(place.resolve("step.json"), step(role, seed));
    }

    private void transferSet(Path place, int seed, int inputClasses) throws IOException {
        Files.createDirectories(place);
        List<Integer> own = new ArrayList<>();
        List<Predictions.Row> given = new ArrayList<>();
        for (int index = 0; index < transferSize; index++) {
            int inputLabel = random.nextInt(inputClasses);
            own.add(inputLabel);
            given.add(new Predictions.Row(inputLabel, givenLabel(inputLabel), 0.8125f, 0));
        }
        TransferSet.select(draw(own), new Predictions(given), Keep.ALL, sameTask, classes.size())
                .write(place);
        json(place.resolve("step.json"), step("transfer", seed));
    }

    /** Skewed towards the middle classes, as a teacher's answers to foreign images are. */
    private int givenLabel(int inputLabel) {
        int label;
        do {
            double skewed = classes.size() * (0.5 + 0.25 * random.nextGaussian());
            label = Math.max(0, Math.min(classes.size() - 1, (int) skewed));
        } while (label == absentLabel || (sameTask && label == inputLabel && classes.size() > 1));
        return label;
    }

    /** Draws rings and bars that differ by class, so that a person sees which image is which. */
    private ImageSet draw(List<Integer> labels) {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        ByteArrayOutputStream classesDrawn = new ByteArrayOutputStream();
        for (int label : labels) {
            classesDrawn.write(label);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    double radius = Math.hypot(x - 13.5, y - 13.5);
                    boolean drawn = Math.abs(radius - 4 - label % 5 * 2) < 1.5 || (label > 4 && Math.abs(x - 13.5) < 2);
                    int pixel = drawn ? 255 - random.nextInt(60) : random.nextInt(30);
                    for (int channel = 0; channel < channels; channel++) {
                        pixels.write(channel == label % channels ? pixel : pixel / 2);
                    }
                }
            }
        }
        return new ImageSet(new ImageShape(SIZE, SIZE, channels), pixels.toByteArray(), classesDrawn.toByteArray());
    }

    private StepRecord step(String name, int seed) {
        boolean trained = !name.equals("data");
        TreeMap<String, String> environment = new TreeMap<>(Map.of("plugin", "0.1.0"));
        if (trained) {
            environment.putAll(Map.of("tensorflow", "2.18.0", "device", "cpu", "threads", "2"));
        }
        TreeMap<String, String> settings = new TreeMap<>(Map.of("seed", "1"));
        if (name.equals("student")) {
            settings.put("student.examples", String.valueOf(studentExamples));
        }
        return new StepRecord(
                name,
                digest(name + "-key" + (seed == SEED ? "" : seed)),
                settings,
                new TreeMap<>(Map.of("train-images-idx3-ubyte", digest(name + "-input"))),
                environment,
                new TreeMap<>(Map.of(name + ".out", digest(name + "-output"))),
                new TreeMap<>(Map.of("processor", "Made-up processor, 2 cores", "java", "17.0.1")),
                new TreeMap<>(origin),
                startedAt,
                trained ? 31.4159 : 0.5);
    }

    private static List<SettingValue> settings() {
        return List.of(
                new SettingValue("seed", "1", Origin.DEFAULT),
                new SettingValue("teacher.dataset", "synthetic-digits", Origin.PRESET),
                new SettingValue("teacher.epochs", "8", Origin.COMMAND_LINE),
                new SettingValue("student.network", "cnn", Origin.POM));
    }

    /** Looks like a SHA-256. */
    private static String digest(String of) {
        return String.format("%08x", of.hashCode()).repeat(8);
    }

    private void json(Path file, Object value) throws IOException {
        Files.writeString(file, mapper.writeValueAsString(value), StandardCharsets.UTF_8);
    }
}
