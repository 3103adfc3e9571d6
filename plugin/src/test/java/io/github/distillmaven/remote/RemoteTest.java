package io.github.distillmaven.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.Credentials;
import io.github.distillmaven.http.LocalServer;
import io.github.distillmaven.http.ServerLogin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of the remote store share: a server, a folder, what the user was told, and that none waits for ever. */
@Timeout(60)
abstract class RemoteTest {

    static final String KEY = "0a1b";

    /** Far longer than any answer of the loopback takes, so that a loaded machine fails no test. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    /** 500 bytes per window and less than PATIENT: what a hang costs a test. */
    static final Duration IMPATIENT = Duration.ofMillis(500);

    static final ServerLogin ADA =
            new ServerLogin(Optional.of(new Credentials("ada", "lovelace")), Map.of("Private-Token", "t0ken"));

    @TempDir
    Path temporary;

    final List<String> warnings = new CopyOnWriteArrayList<>();
    final List<String> news = new CopyOnWriteArrayList<>();
    final List<String> details = new CopyOnWriteArrayList<>();
    final RemoteHealth health = new RemoteHealth();
    LocalServer server;
    Path entry;
    Path folder;
    private RemoteStore remote;

    @BeforeEach
    void startServer() throws IOException {
        server = new LocalServer();
        entry = Files.createDirectories(temporary.resolve("sent/entry"));
        folder = Files.createDirectories(temporary.resolve("fetched/entry"));
        Files.createDirectories(entry.resolve("model/variables"));
        Files.writeString(entry.resolve("step.json"), "{}");
        Files.write(entry.resolve("labels"), new byte[10_000]);
        Files.writeString(entry.resolve("model/variables/variables.index"), "weights");
    }

    @AfterEach
    void stopServer() {
        if (remote != null) {
            remote.close();
        }
        server.close();
    }

    RemoteStore remote() {
        return remote(online(PATIENT), ServerLogin.none(), limits(PATIENT));
    }

    RemoteStore remote(ConnectionSettings settings, ServerLogin login, RemoteLimits limits) {
        return remote(server.address("/repository"), settings, login, limits);
    }

    RemoteStore remote(String address, ConnectionSettings settings, ServerLogin login, RemoteLimits limits) {
        if (remote != null) {
            remote.close();
        }
        remote = new HttpRemoteStore(
                RemoteAddress.parse(address), settings, login, health, warnings::add, news::add, details::add, limits);
        return remote;
    }

    static ConnectionSettings online(Duration stall) {
        return new ConnectionSettings(false, List.of(), Duration.ofSeconds(5), stall);
    }

    static RemoteLimits limits(Duration window) {
        return new RemoteLimits(window, 1000, PATIENT, PATIENT, 1_000_000, 20);
    }

    static String path(String key) {
        return "/repository/io/github/distillmaven/distill-store-v1/%1$s/distill-store-v1-%1$s.zip".formatted(key);
    }

    /** The server keeps the archive of a key, as a repository does. @return what it has, null at first */
    AtomicReference<byte[]> keeps(String key) {
        AtomicReference<byte[]> kept = new AtomicReference<>();
        server.on(path(key), exchange -> {
            if (exchange.getRequestMethod().equals("PUT")) {
                kept.set(exchange.getRequestBody().readAllBytes());
                LocalServer.send(exchange, 201, new byte[0]);
            } else if (kept.get() == null) {
                LocalServer.send(exchange, 404, new byte[0]);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                LocalServer.send(exchange, 200, new byte[0]);
            } else {
                LocalServer.send(exchange, 200, kept.get());
            }
        });
        return kept;
    }

    byte[] archive() throws IOException {
        return archive(entry);
    }

    static byte[] archive(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FolderArchive(folder).writeTo(bytes);
        return bytes.toByteArray();
    }

    List<String> requests() {
        return server.requests().stream()
                .map(request -> request.method() + " " + request.uri())
                .toList();
    }

    String cannotBeUsed(String reason) {
        return "The remote store %s (distill.remote) cannot be used: %s. The build goes on without it."
                .formatted(server.address("/repository/"), reason);
    }

    String badArchive(String key, String reason) {
        return "The remote store %s (distill.remote) has a bad archive of %s: %s. The build goes on without it."
                .formatted(server.address("/repository/"), key, reason);
    }

    String notTaken(String key, String reason) {
        return "The remote store %s (distill.remote) did not take %s: %s. Nothing more is sent to it."
                .formatted(server.address("/repository/"), key, reason);
    }

    void assertNothingIsLeft() throws IOException {
        assertThat(filesBelow(temporary.resolve("fetched"))).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(folder.getParent()).isDirectoryNotContaining(path -> !path.equals(folder));
    }

    static SortedMap<String, byte[]> filesBelow(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    static void assertSameFiles(Path actual, Path expected) throws IOException {
        SortedMap<String, byte[]> files = filesBelow(actual);
        assertThat(files).containsOnlyKeys(filesBelow(expected).keySet());
        filesBelow(expected)
                .forEach((name, bytes) -> assertThat(files.get(name)).isEqualTo(bytes));
    }
}
