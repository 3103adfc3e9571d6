package io.github.distillmaven.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.LocalServer;
import io.github.distillmaven.http.ProxyServer;
import io.github.distillmaven.http.ServerLogin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What tests of fetching share: a server, a folder, and a fetcher that does not really pause. */
abstract class FetchTest {

    /** Long enough for any answer of the loopback, short enough to wait for. */
    static final Duration STALL = Duration.ofSeconds(2);

    @TempDir
    Path temporary;

    final RecordingListener listener = new RecordingListener();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    LocalServer server;
    Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server = new LocalServer();
        folder = temporary.resolve("store");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    static ConnectionSettings online() {
        return settings(false, List.of());
    }

    static ConnectionSettings offline() {
        return settings(true, List.of());
    }

    static ConnectionSettings settings(boolean offline, List<ProxyServer> proxies) {
        return new ConnectionSettings(offline, proxies, Duration.ofSeconds(5), STALL);
    }

    void fetch(DatasetSpec spec) throws FetchException, InterruptedException {
        fetch(spec, online(), null);
    }

    void fetch(DatasetSpec spec, ConnectionSettings settings, String mirror)
            throws FetchException, InterruptedException {
        fetch(spec, settings, mirror, ServerLogin.none());
    }

    void fetch(DatasetSpec spec, ConnectionSettings settings, String mirror, ServerLogin login)
            throws FetchException, InterruptedException {
        Optional<Mirror> parsed = Optional.ofNullable(mirror).map(value -> Mirror.parse(value, temporary, login));
        new DatasetFetcher(settings, parsed, listener, pauses::add).fetch(spec, folder);
    }

    String failureOf(DatasetSpec spec) {
        return failureOf(spec, online(), null);
    }

    String failureOf(DatasetSpec spec, ConnectionSettings settings, String mirror) {
        return catchThrowableOfType(FetchException.class, () -> fetch(spec, settings, mirror))
                .getMessage();
    }

    /** The message when no source has the one file of {@link TinyDataset#single}. */
    String message(String... attempts) {
        return """
                Could not get 1 of the 1 files of Tiny for %s:
                  images
                    %s
                To go on, put the files, as published or unpacked, into a folder laid out as tiny/<file> \
                and name it with -Ddistill.mirror=<folder or address>.""".formatted(folder, String.join("\n    ", attempts));
    }

    void assertFetched(String... names) throws IOException {
        assertThat(namesIn(folder)).containsExactlyInAnyOrder(names);
        for (String name : names) {
            assertThat(folder.resolve(name)).hasBinaryContent(TinyDataset.content(name));
        }
    }

    static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    Path put(String path, byte[] bytes) throws IOException {
        Path file = temporary.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }
}
