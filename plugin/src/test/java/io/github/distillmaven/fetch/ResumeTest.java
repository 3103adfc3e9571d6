package io.github.distillmaven.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.LocalServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.distillmaven.fetch.TinyDataset.content;
import static io.github.distillmaven.fetch.TinyDataset.gzip;
import static io.github.distillmaven.fetch.TinyDataset.half;
import static io.github.distillmaven.fetch.TinyDataset.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A download that was interrupted")
class ResumeTest extends FetchTest {

    private static final byte[] IMAGES = gzip(content("images"));
    private static final String VERSION = "\"v1\"";

    @Test
    void goes_on_at_once_where_the_connection_was_lost() throws Exception {
        server.sendsRanges("/rest", IMAGES, VERSION);
        server.on("/images.gz", exchange -> {
            exchange.getResponseHeaders().set("ETag", VERSION);
            if (exchange.getRequestHeaders().containsKey("Range")) {
                server.handlerOf("/rest").handle(exchange);
            } else {
                LocalServer.breakOff(exchange, IMAGES, IMAGES.length / 2);
            }
        });

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).header("Range")).isEqualTo("bytes=%s-".formatted(IMAGES.length / 2));
        assertThat(server.requests().get(1).header("If-Range")).isEqualTo(VERSION);
    }

    @Test
    void keeps_what_came_for_the_next_build() throws Exception {
        server.on("/images.gz", exchange -> {
            exchange.getResponseHeaders().set("ETag", VERSION);
            LocalServer.breakOff(exchange, IMAGES, 1000);
        });
        String address = server.address("/images.gz");

        assertThat(failureOf(single(address)))
                .isEqualTo(message(address
                        + ": connection lost: Premature end of Content-Length delimited message body"
                        + " (expected: %s; received: 1000) (tried 3 times)".formatted(IMAGES.length)));
        assertThat(namesIn(folder)).containsExactly("images.gz.origin.part", "images.gz.part");

        server.sendsRanges("/images.gz", IMAGES, VERSION);
        listener.progress.clear();
        fetch(single(address));

        assertFetched("images");
        assertThat(listener.progress).last().isEqualTo("images.gz %s/%s".formatted(IMAGES.length, IMAGES.length));
        assertThat(server.requests())
                .last()
                .extracting(last -> last.header("Range"))
                .isEqualTo("bytes=1000-");
    }

    @Test
    void starts_over_when_the_file_has_changed_on_the_server() throws Exception {
        leave(half(gzip(content("other"))), VERSION);
        server.sendsRanges("/images.gz", IMAGES, "\"v2\"");

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
    }

    @Test
    void starts_over_when_the_server_ignores_the_range() throws Exception {
        leave(half(IMAGES), VERSION);
        server.sends("/images.gz", IMAGES);

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void starts_over_when_the_server_refuses_the_range() throws Exception {
        leave(IMAGES, VERSION);
        server.on(
                "/images.gz",
                exchange -> LocalServer.send(
                        exchange,
                        exchange.getRequestHeaders().containsKey("Range") ? 416 : 200,
                        exchange.getRequestHeaders().containsKey("Range") ? new byte[0] : IMAGES));

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void starts_over_when_the_server_sends_another_range() throws Exception {
        leave(half(IMAGES), VERSION);
        server.on("/images.gz", exchange -> {
            boolean range = exchange.getRequestHeaders().containsKey("Range");
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-0/" + IMAGES.length);
            LocalServer.send(exchange, range ? 206 : 200, range ? new byte[1] : IMAGES);
        });

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
    }

    @Test
    void starts_over_once_when_the_whole_is_wrong() throws Exception {
        leave(new byte[IMAGES.length / 2], VERSION);
        server.sendsRanges("/images.gz", IMAGES, VERSION);

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
        assertThat(server.requests())
                .extracting(request -> request.header("Range"))
                .containsExactly("bytes=%s-".formatted(IMAGES.length / 2), null);
    }

    @Test
    void is_not_gone_on_with_from_another_address() throws Exception {
        leave(half(gzip(content("other"))), VERSION);
        server.sendsRanges("/second/images.gz", IMAGES, VERSION);

        fetch(single(server.address("/second/images.gz")));

        assertFetched("images");
        assertThat(server.requests())
                .singleElement()
                .extracting(only -> only.header("Range"))
                .isNull();
    }

    @Test
    void leaves_nothing_behind_once_the_file_has_come_from_elsewhere() throws Exception {
        leave(half(IMAGES), VERSION);
        server.fails("/images.gz", 404);
        put("mirror/tiny/images", content("images"));

        fetch(single(server.address("/images.gz")), online(), "mirror");

        assertFetched("images");
    }

    @Test
    void goes_by_the_modification_date_where_the_tag_is_weak() throws Exception {
        String date = "Thu, 01 Jan 2026 00:00:00 GMT";
        server.on("/images.gz", exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/" + VERSION);
            exchange.getResponseHeaders().set("Last-Modified", date);
            LocalServer.breakOff(exchange, IMAGES, 1000);
        });

        failureOf(single(server.address("/images.gz")));

        assertThat(server.requests())
                .last()
                .extracting(last -> last.header("If-Range"))
                .isEqualTo(date);
    }

    @Test
    @DisplayName("by the user is broken off at once, and goes on in the next build")
    void is_broken_off_at_once() throws Exception {
        server.stalls("/images.gz", IMAGES, VERSION);
        DatasetSpec spec = single(server.address("/images.gz"));
        ConnectionSettings patient = new ConnectionSettings(false, List.of());
        Thread build = Thread.currentThread();
        RecordingListener interrupting = new RecordingListener(build::interrupt);

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> new DatasetFetcher(patient, Optional.empty(), interrupting).fetch(spec, folder));
        assertThat(namesIn(folder)).contains("images.gz.part");

        server.sendsRanges("/images.gz", IMAGES, VERSION);
        fetch(spec);

        assertFetched("images");
        assertThat(server.requests())
                .last()
                .extracting(last -> last.header("If-Range"))
                .isEqualTo(VERSION);
    }

    /** What an interrupted download from {@code /images.gz} leaves. */
    private void leave(byte[] bytes, String version) throws IOException {
        put("store/images.gz.part", bytes);
        String origin = server.address("/images.gz") + "\n" + version + "\n";
        put("store/images.gz.origin.part", origin.getBytes(StandardCharsets.UTF_8));
    }
}
