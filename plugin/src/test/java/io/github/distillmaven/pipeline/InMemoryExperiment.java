package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.pipeline.execution.MemoryRemote;
import io.github.distillmaven.pipeline.execution.RecordingLog;
import io.github.distillmaven.pipeline.own.OwnDatasets;
import io.github.distillmaven.pipeline.step.FoundModel;
import io.github.distillmaven.pipeline.step.SweptWorkspaces;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import io.github.distillmaven.progress.FetchProgress;
import io.github.distillmaven.progress.ProgressLines;
import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.store.StoreSession;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small experiment of its own for every test, in a folder of its own, with everything but Maven and TensorFlow. */
abstract class InMemoryExperiment {

    static final Map<String, String> SMALL = Map.of(
            "teacher.examples", "500",
            "transfer.examples", "500",
            "controls", "shuffled");

    /** The drawn images, which all tests begin with. */
    @TempDir
    static Path drawn;

    @TempDir
    Path root;

    final MemoryEngine engine = new MemoryEngine();
    RecordingLog log = new RecordingLog();
    MemoryRemote remote;
    Path store;

    /** The teacher, if it is not trained. */
    Optional<FoundModel> model = Optional.empty();

    @BeforeAll
    static void drawImages() throws Exception {
        InMemoryExperiment first = new InMemoryExperiment() {};
        first.root = Files.createDirectories(drawn.resolve("build"));
        first.store = drawn.resolve("store");
        try (ExperimentPipeline pipeline = first.pipeline(Map.of(), Optional.empty())) {
            pipeline.fetchData();
        }
    }

    @BeforeEach
    void beginWithTheImages() throws IOException {
        store = root.resolve("store");
        PathUtils.copyDirectory(drawn.resolve("store"), store);
        remote = new MemoryRemote(Files.createDirectories(root.resolve("remote")));
    }

    static Map<String, String> and(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>(SMALL);
        for (int index = 0; index < pairs.length; index += 2) {
            all.put(pairs[index], pairs[index + 1]);
        }
        return all;
    }

    void again() {
        engine.forget();
        log = new RecordingLog();
    }

    void build(Map<String, String> written) throws Exception {
        build(written, Optional.empty());
    }

    void build(Map<String, String> written, Optional<MemoryRemote> shared) throws Exception {
        try (ExperimentPipeline pipeline = pipeline(written, shared)) {
            pipeline.fetchData();
            pipeline.trainTeacher();
            pipeline.mislabel();
            pipeline.trainStudent();
            pipeline.report();
        }
    }

    ExperimentPipeline pipeline(Map<String, String> written, Optional<MemoryRemote> shared)
            throws InvalidExperimentException {
        SweptWorkspaces places = TestWorkspace.swept(root.resolve("distill"), Instant.now(), model, written);
        return new ExperimentPipeline(
                places,
                new StoreSession(store),
                shared.map(each -> each),
                engine,
                new DatasetFetcher(
                        new ConnectionSettings(true, List.of()),
                        Optional.empty(),
                        new FetchProgress(() -> new ProgressLines(log::info, System::nanoTime), log)),
                new OwnDatasets(new DatasetCatalog(), List.of(), new ConcurrentHashMap<>(), experiment -> {
                    throw new IllegalStateException("no data set is declared");
                }),
                log);
    }

    Results results() throws IOException {
        return ResultsFile.in(root.resolve("distill/x")).read();
    }

    /** Of a step, by its folder below that of the experiment. */
    StepRecord record(String step) {
        try {
            return new StepRecordFile(root.resolve("distill/x").resolve(step).resolve(StepRecordFile.NAME)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
