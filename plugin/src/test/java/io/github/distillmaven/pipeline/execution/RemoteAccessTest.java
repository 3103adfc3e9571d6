package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.experiment.run.RemoteTrust;
import io.github.distillmaven.experiment.run.Shard;
import io.github.distillmaven.experiment.run.StoreMode;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.ServerLogin;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepFolder;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.provenance.LockFile;
import io.github.distillmaven.remote.HttpRemoteStore;
import io.github.distillmaven.remote.RemoteAddress;
import io.github.distillmaven.remote.RemoteHealth;
import io.github.distillmaven.remote.RemoteStore;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.apache.commons.io.FileUtils;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What a build takes from a remote store")
class RemoteAccessTest {

    private static final String WEIGHTS = "weights of the teacher, ".repeat(40);

    private static final Instant BUILD_START = Instant.parse("2026-11-26T00:00:00Z");

    @TempDir
    private Path folder;

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final StepDefinition definition = definition("1");
    private HttpServer server;
    private LockFile lockFile;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        lockFile = new LockFile(folder.resolve(LockFile.NAME));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTheResultThatTheLockFileVouchesFor() throws Exception {
        lockFile.put("x", "teacher", send(definition, WEIGHTS));

        assertThat(restore(RemoteTrust.LOCK)).isTrue();

        assertThat(destination().resolve("model/weights.bin")).hasContent(WEIGHTS);
        assertThat(warnings).isEmpty();
    }

    @Test
    void isNothingThatTheLockFileDoesNotKnow() throws Exception {
        send(definition, WEIGHTS);
        lockFile.put("x", "teacher", record(definition("2"), made(WEIGHTS)));

        assertThat(restore(RemoteTrust.LOCK)).isFalse();
        assertThat(warnings).isEmpty();

        assertThat(restore(RemoteTrust.SERVER)).isTrue();
    }

    @Test
    void isNothingWithoutALockFileAndTheUserIsToldOnce() throws Exception {
        send(definition, WEIGHTS);
        StoreSession build = new StoreSession(folder.resolve("store"));

        assertThat(restore(RemoteTrust.LOCK, build)).isFalse();
        assertThat(restore(RemoteTrust.LOCK, build)).isFalse();

        assertThat(warnings)
                .containsExactly(
                        "Nothing is taken from the remote store (distill.remote): <remoteTrust> is 'lock', and there"
                                + " is no lock file distill.lock.json. Write it with -Ddistill.lock and commit it, or trust"
                                + " whoever can write to the remote store with -Ddistill.remoteTrust=server.");
    }

    @Test
    @DisplayName("is not a forgery whose digests agree with each other, but not with the lock file")
    void isNoForgery() throws Exception {
        lockFile.put("x", "teacher", record(definition, made(WEIGHTS)));
        send(definition, "other weights");

        assertThat(restore(RemoteTrust.LOCK)).isFalse();

        assertThat(Digests.ofFolder(destination())).isEmpty();
        assertThat(warnings)
                .containsExactly("The remote store (distill.remote) has a result for the step 'teacher' that differs"
                        + " from distill.lock.json. It is not used.");
    }

    @Test
    void isNotTheEntryOfAnotherStep() throws Exception {
        lockFile.put("x", "teacher", record(definition, made(WEIGHTS)));
        StepDefinition other = definition("2");
        send(other, WEIGHTS);
        kept.put(path(definition), kept.get(path(other)));

        assertThat(restore(RemoteTrust.SERVER)).isFalse();

        assertThat(Digests.ofFolder(destination())).isEmpty();
        assertThat(warnings).singleElement().asString().contains("its manifest is that of " + other.key());
    }

    @Test
    void isNotTheRecordOfAnotherStepUnderThisKey() throws Exception {
        Path files = made(WEIGHTS);
        new StepFolder(files).complete(record(definition("2"), files));
        send(definition, files);

        assertThat(restore(RemoteTrust.SERVER)).isFalse();

        assertThat(warnings).singleElement().asString().contains("its step.json is not that of its files");
    }

    @Test
    void isNoFileThatTheStepDoesNotMake() throws Exception {
        Path files = made(WEIGHTS);
        StepRecord record = record(definition, files);
        new StepFolder(files).complete(record);
        Files.writeString(files.resolve("run-me.sh"), "echo boo");
        lockFile.put("x", "teacher", record);
        send(definition, files);

        assertThat(restore(RemoteTrust.LOCK)).isFalse();

        assertThat(Digests.ofFolder(destination())).isEmpty();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("it holds a file that the step does not make, run-me.sh");
    }

    @Test
    @DisplayName("says of its making what the lock file vouches for, and marks all else as hearsay")
    void isNoLieAboutItsMaking() throws Exception {
        Path files = made(WEIGHTS);
        Files.writeString(files.resolve("worker.log"), "::error::hello");
        SortedMap<String, String> outputs = Digests.ofFolder(files);
        outputs.remove("worker.log");
        SortedMap<String, String> locked = new TreeMap<>(Map.of("processor", "the real one"));
        lockFile.put("x", "teacher", definition.record(outputs, locked, new TreeMap<>(), Instant.EPOCH));
        new StepFolder(files)
                .complete(new StepRecord(
                        "student\n",
                        definition.key(),
                        new TreeMap<>(Map.of("seed", "2")),
                        new TreeMap<>(Map.of("a", "b")),
                        new TreeMap<>(Map.of("threads", "3")),
                        outputs,
                        new TreeMap<>(Map.of("processor", "another", "a\nb", "[INFO]\n##[error]")),
                        new TreeMap<>(Map.of("commit", "0000\n[INFO] BUILD SUCCESS")),
                        "2099-01-01T00:00:00Z",
                        7.5));
        send(definition, files);

        assertThat(restore(RemoteTrust.LOCK)).isTrue();
        StepRecord known = new StepFolder(destination()).read().orElseThrow();

        assertThat(known)
                .isEqualTo(new StepRecord(
                        "teacher",
                        definition.key(),
                        definition.settings(),
                        definition.inputs(),
                        definition.environment(),
                        outputs,
                        new TreeMap<>(Map.of(
                                "processor", "the real one", "a?b", "as the remote store says: [INFO]?# #[error]")),
                        new TreeMap<>(Map.of(
                                "commit",
                                "as the remote store says: 0000?[INFO] BUILD SUCCESS",
                                "times",
                                "as the remote store says: started 2099-01-01T00:00:00Z, took 7.5 s")),
                        "2026-11-25T23:59:59.999Z",
                        7.5));
        assertThat(destination().resolve("worker.log")).doesNotExist();

        assertThat(restore(RemoteTrust.SERVER)).isTrue();
        assertThat(new StepFolder(destination()).read().orElseThrow().machine())
                .containsEntry("processor", "as the remote store says: another");
        assertThat(destination().resolve("worker.log")).hasContent("::error::hello");
    }

    @Test
    void isNoTimeThatTheReportCannotCountWith() throws Exception {
        Path files = made(WEIGHTS);
        StepRecord record = record(definition, files);
        new StepFolder(files).complete(record);
        Path json = files.resolve("step.json");
        Files.writeString(json, Files.readString(json).replace("1970-01-01T00:00:00Z", "soon"));
        send(definition, files);

        assertThat(restore(RemoteTrust.SERVER)).isFalse();

        assertThat(warnings).singleElement().asString().contains("its step.json is not that of its files");
    }

    @Test
    @DisplayName("is no manifest that would fill the memory, and the archive that it swells from is small")
    void isNoHugeManifest() throws Exception {
        Path entry = Files.createDirectories(folder.resolve("bomb"));
        Files.write(entry.resolve("manifest.json"), new byte[(4 << 20) + 1]);
        Files.writeString(entry.resolve("manifest.sha256"), "x");
        try (RemoteStore remote = remote()) {
            assertThat(remote.send(definition.key(), entry)).isTrue();
        }
        assertThat(kept.get(path(definition)).length).isLessThan(100_000);

        assertThat(restore(RemoteTrust.SERVER)).isFalse();

        assertThat(warnings).containsExactly(badArchive("manifest.json is larger than 4194304 bytes"));
    }

    @Test
    @DisplayName("writes no line into the log, whatever the names in it are")
    void isNoLineOfTheLog() throws Exception {
        String lie = "a\n[INFO] BUILD SUCCESS\n::error::b\u001b[2K";
        Path entry = Files.createDirectories(folder.resolve("liar"));
        String manifest = "{\"key\":\"%s\",\"files\":{}}"
                .formatted(lie.replace("\n", "\\n").replace("\u001b", "\\u001b"));
        Files.writeString(entry.resolve("manifest.json"), manifest);
        Files.writeString(entry.resolve("manifest.sha256"), Digests.ofText(manifest) + "  manifest.json\n");
        try (RemoteStore remote = remote()) {
            assertThat(remote.send(definition.key(), entry)).isTrue();
        }

        assertThat(restore(RemoteTrust.SERVER)).isFalse();

        assertThat(warnings)
                .containsExactly(badArchive("its manifest is that of a?[INFO] BUILD SUCCESS?::error::b?[2K"));
    }

    private String badArchive(String reason) {
        return "The remote store http://127.0.0.1:%s/store/ (distill.remote) has a bad archive of %s: %s. The build goes on without it."
                .formatted(server.getAddress().getPort(), definition.key(), reason);
    }

    @Test
    @DisplayName("is never anything but the result, whichever byte of the archive is flipped or wherever it is cut")
    void isNeverDamaged() throws Exception {
        StepRecord record = send(definition, WEIGHTS);
        lockFile.put("x", "teacher", record);
        byte[] sound = kept.get(path(definition));
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int refused = 0;
        for (int sample = 0; sample < 300; sample++) {
            byte[] damaged = sample % 10 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            if (sample % 10 != 0) {
                damaged[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            }
            kept.put(path(definition), damaged);

            boolean restored = restore(RemoteTrust.LOCK);

            SortedMap<String, String> files = Digests.ofFolder(destination());
            files.remove("step.json");
            if (restored) {
                assertThat(files).as("seed %s, sample %s", seed, sample).isEqualTo(record.outputs());
            } else {
                assertThat(files).as("seed %s, sample %s", seed, sample).isEmpty();
                refused++;
            }
        }
        // A few bytes of a zip, such as its times, mean nothing.
        assertThat(refused).as("seed %s", seed).isGreaterThan(200);
    }

    private boolean restore(RemoteTrust trust) throws Exception {
        return restore(trust, new StoreSession(folder.resolve("store")));
    }

    private boolean restore(RemoteTrust trust, StoreSession build) throws Exception {
        for (String name : List.of("archive", "destination")) {
            FileUtils.deleteDirectory(folder.resolve(name).toFile());
            Files.createDirectories(folder.resolve(name));
        }
        StorePolicy policy = new StorePolicy(
                null,
                StoreMode.READ_WRITE,
                0,
                Set.of(),
                "any",
                StoreMode.READ,
                trust,
                false,
                false,
                60,
                Shard.WHOLE,
                Set.of());
        try (RemoteAccess access =
                new RemoteAccess(Optional.of(remote()), policy, lockFile, build, BUILD_START, log())) {
            return access.restore(definition, folder.resolve("archive"), destination());
        }
    }

    private Path destination() {
        return folder.resolve("destination");
    }

    /** Sends a sound entry with these weights and returns its record. */
    private StepRecord send(StepDefinition step, String weights) throws Exception {
        Path files = made(weights);
        StepRecord record = record(step, files);
        new StepFolder(files).complete(record);
        send(step, files);
        return record;
    }

    private void send(StepDefinition step, Path files) throws Exception {
        Path entry = Files.createTempDirectory(folder, "entry");
        new Store(new StoreSession(folder.resolve("store")), "x", true, warnings::add)
                .write(step.key(), step.name(), files, entry);
        try (RemoteStore remote = remote()) {
            assertThat(remote.send(step.key(), entry)).isTrue();
        }
    }

    private Path made(String weights) throws IOException {
        Path files = Files.createTempDirectory(folder, "made");
        Files.createDirectories(files.resolve("model"));
        Files.writeString(files.resolve("model/weights.bin"), weights);
        return files;
    }

    private static StepRecord record(StepDefinition step, Path files) throws IOException {
        return step.record(Digests.ofFolder(files), new TreeMap<>(), new TreeMap<>(), Instant.EPOCH);
    }

    private static StepDefinition definition(String seed) {
        return new StepDefinition(
                StepName.TEACHER, new TreeMap<>(Map.of("seed", seed)), new TreeMap<>(), new TreeMap<>());
    }

    private RemoteStore remote() {
        return new HttpRemoteStore(
                RemoteAddress.parse("http://127.0.0.1:%s/store"
                        .formatted(server.getAddress().getPort())),
                new ConnectionSettings(false, List.of()),
                ServerLogin.none(),
                new RemoteHealth(),
                warnings::add,
                news -> {},
                detail -> {});
    }

    private static String path(StepDefinition step) {
        return "/store/io/github/distillmaven/distill-store-v1/%1$s/distill-store-v1-%1$s.zip".formatted(step.key());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] sent = exchange.getRequestBody().readAllBytes();
        boolean put = exchange.getRequestMethod().equals("PUT");
        if (put) {
            kept.put(path, sent);
        }
        byte[] body = exchange.getRequestMethod().equals("GET") ? kept.getOrDefault(path, new byte[0]) : new byte[0];
        exchange.sendResponseHeaders(put || kept.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private Log log() {
        return new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        };
    }
}
