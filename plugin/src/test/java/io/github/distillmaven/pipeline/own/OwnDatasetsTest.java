package io.github.distillmaven.pipeline.own;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.sun.net.httpserver.HttpServer;
import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.own.Declared;
import io.github.distillmaven.dataset.own.Images;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.fetch.DatasetFetcher;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.pipeline.execution.RecordingLog;
import io.github.distillmaven.pipeline.execution.StoreAccess;
import io.github.distillmaven.pipeline.step.DataFiles;
import io.github.distillmaven.progress.FetchProgress;
import io.github.distillmaven.progress.ProgressLines;
import io.github.distillmaven.results.MetricNames;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A data set of the user's own")
class OwnDatasetsTest {

    private static final Map<String, String> EXPERIMENT = Map.of(
            "preset", "garments-to-digits",
            "teacher.dataset", "leaves",
            "transfer.inputs", "leaves",
            "teacher.network", "linear",
            "student.network", "linear",
            "transfer.allowSmall", "true");

    @TempDir
    private Path root;

    private RecordingLog log = new RecordingLog();
    private HttpServer server;
    private Path archive;
    private boolean offline;

    @BeforeEach
    void serve() throws IOException {
        Images.classes(root.resolve("leaves"), 5, "oak", "ash");
        archive = root.resolve("leaves.zip");
        zip(root.resolve("leaves"), archive);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/leaves.zip", exchange -> {
            byte[] content = Files.readAllBytes(archive);
            exchange.sendResponseHeaders(200, content.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(content);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("has the same key for the same content from a folder, an archive, an artifact and an address")
    void sameContent() throws Exception {
        DatasetSpec folder = spec(Declared.declare("leaves", new DataOrigin.InPlace("leaves"), "directory"));
        DatasetSpec packed = spec(Declared.declare("leaves", new DataOrigin.InPlace("leaves.zip"), "directory"));
        DatasetSpec artifact =
                spec(Declared.declare("leaves", new DataOrigin.OfArtifact("com.acme:leaves:1:zip"), "directory"));
        DatasetSpec address = spec(atAddress(Digests.ofFile(archive)));

        assertThat(List.of(packed, artifact, address)).allSatisfy(other -> {
            assertThat(DataFiles.key(other)).isEqualTo(DataFiles.key(folder));
            assertThat(other).isEqualTo(folder);
        });
        assertThat(DataFiles.key(folder.named("other"))).isEqualTo(DataFiles.key(folder));
    }

    @Test
    @DisplayName("is read once, and from then on known from the store, without its address")
    void once() throws Exception {
        OwnDataset own = atAddress(Digests.ofFile(archive));
        DatasetSpec first = spec(own);
        server.stop(0);
        offline = true;
        log = new RecordingLog();

        assertThat(spec(own)).isEqualTo(first);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    @DisplayName("is another one as soon as a file in it is")
    void changed() throws Exception {
        OwnDataset own = Declared.declare("leaves", new DataOrigin.InPlace("leaves"), "directory");
        DatasetSpec first = spec(own);
        Files.copy(root.resolve("leaves/oak/1.png"), root.resolve("leaves/oak/9.png"));

        assertThat(DataFiles.key(spec(own))).isNotEqualTo(DataFiles.key(first));
    }

    @Test
    @DisplayName("is used with a warning in each build if test images are among the training images")
    void repeated() throws Exception {
        Path divided = root.resolve("divided");
        Images.classes(divided.resolve("train"), 3, "oak", "ash");
        Images.classes(divided.resolve("test"), 2, "oak", "ash");
        OwnDataset own = Declared.declare("leaves", new DataOrigin.InPlace("divided"), "directory");
        spec(own);
        log = new RecordingLog();

        spec(own);

        assertThat(log.lines())
                .containsExactly(
                        "warn: data: leaves: 4 of its test images are among its training images too, pixel by pixel. A model can get them right from memory. Keep each image in only one part.");
    }

    @Test
    @DisplayName("has a name that experiments can use, and that is proposed")
    void isKnown() throws Exception {
        OwnDatasets own = datasets(Declared.declare("leaves", new DataOrigin.InPlace("leaves"), "directory"));

        Experiment experiment = read(own, EXPERIMENT);

        assertThat(experiment.dataset()).isEqualTo("leaves");
        assertThat(own.classesOf(Choice.of("leaves"))).containsExactly("ash", "oak");
        assertThat(own.sizeOf("leaves")).isEqualTo(8);
        assertThatThrownBy(() -> read(own, Map.of("teacher.dataset", "leafs")))
                .hasMessageContaining(
                        "<teacher><dataset> is 'leafs'; it must be the name of a data set. Did you mean 'leaves'? There are: synthetic-digits,");
    }

    @Test
    @DisplayName("is left alone by experiments that do not use it")
    void unused() throws Exception {
        OwnDatasets own = datasets(Declared.declare("leaves", new DataOrigin.InPlace("nowhere"), "directory"));

        assertThat(read(own, Map.of("preset", "garments-to-digits")).dataset()).isEqualTo("synthetic-digits");
        assertThat(own.catalog().names()).doesNotContain("leaves");
    }

    @Test
    @DisplayName("is refused with its element before anything else is done")
    void refused() throws Exception {
        assertProblem(
                Declared.declare("leaves", new DataOrigin.InPlace("nowhere"), "directory"),
                "<directory> of <dataset> 'leaves': " + root.resolve("nowhere") + " does not exist.");
        assertProblem(
                Declared.declare("leaves", new DataOrigin.OfArtifact("com.acme:none:1:zip"), "directory"),
                "<directory> of <dataset> 'leaves', from com.acme:none:1:zip: no such artifact.");
        assertProblem(
                atAddress("0".repeat(64)),
                "<directory> of <dataset> 'leaves', from %s: %s could not be fetched: its SHA-256 is %s, and <sha256> is %s."
                        .formatted(address(), address(), Digests.ofFile(archive), "0".repeat(64)));
        offline = true;
        assertProblem(
                atAddress("0".repeat(64)),
                "<directory> of <dataset> 'leaves', from %s: %s could not be fetched: Maven is offline (-o). Run it once without."
                        .formatted(address(), address()));
        Files.writeString(root.resolve("leaves/oak/1.png"), "a text");
        zip(root.resolve("leaves"), archive);
        assertProblem(
                Declared.declare("leaves", new DataOrigin.OfArtifact("com.acme:leaves:1:zip"), "directory"),
                "<directory> of <dataset> 'leaves', from com.acme:leaves:1:zip: oak/1.png is not an image, although its name says so.");
        try (Stream<Path> files = Files.list(root.resolve("target"))) {
            assertThat(files).as("nothing is left behind").isEmpty();
        }
    }

    @Test
    @DisplayName("is not counted in d, which is not known before it is read")
    void countedInValues() {
        OwnDatasets own = datasets(Declared.declare("leaves", new DataOrigin.InPlace("leaves"), "directory"));
        Map<String, String> written = new HashMap<>(EXPERIMENT);
        written.put("transfer.examples", "10d");

        assertThatThrownBy(() -> read(own, written))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <transfer><examples> is a multiple of d, the number of values of an input, which is not known of 'leaves' before it is read. Write the number.");
    }

    private void assertProblem(OwnDataset own, String problem) {
        assertThatThrownBy(() -> read(datasets(own), EXPERIMENT))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessage("Experiment 'x' cannot run, its configuration has an error:\n  - " + problem);
    }

    private DatasetSpec spec(OwnDataset own) throws InvalidExperimentException {
        OwnDatasets datasets = datasets(own);
        read(datasets, EXPERIMENT);
        return datasets.catalog().find("leaves").orElseThrow();
    }

    private static Experiment read(OwnDatasets own, Map<String, String> written) throws InvalidExperimentException {
        return new ExperimentReader(own, new MetricNames())
                .read("x", List.of(new SettingLayer(SettingValue.Origin.POM, written)));
    }

    private OwnDatasets datasets(OwnDataset own) {
        RecordingLog recording = log;
        OwnSource source = new OwnSource(
                root,
                coordinates -> {
                    if (!coordinates.contains("leaves")) {
                        throw new UnfitDataException("no such artifact.");
                    }
                    return archive;
                },
                new DatasetFetcher(
                        new ConnectionSettings(offline, List.of()),
                        Optional.empty(),
                        new FetchProgress(() -> new ProgressLines(recording::info, System::nanoTime), recording)),
                new FileDigests());
        StoreSession session = new StoreSession(root.resolve("store"));
        return new OwnDatasets(
                new DatasetCatalog(),
                List.of(own),
                new ConcurrentHashMap<>(),
                experiment -> new OwnDataWork(
                        source,
                        new StoreAccess(
                                session, new Store(session, "x", true, recording::warn), experiment.store(), recording),
                        root.resolve("target"),
                        "a test",
                        recording));
    }

    private OwnDataset atAddress(String sha256) {
        OwnDataset own = Declared.declare("leaves", new DataOrigin.AtAddress(URI.create(address())), "directory");
        return new OwnDataset(
                own.name(),
                own.origin(),
                own.inside(),
                own.format(),
                Optional.of(sha256),
                own.classNames(),
                own.testShare(),
                own.testSeed());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/leaves.zip";
    }

    private static void zip(Path folder, Path file) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path each : files) {
                out.putNextEntry(new ZipEntry(folder.relativize(each).toString()));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }
}
