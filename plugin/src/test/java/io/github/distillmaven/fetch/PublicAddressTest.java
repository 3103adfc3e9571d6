package io.github.distillmaven.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.http.LocalServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.distillmaven.fetch.TinyDataset.archived;
import static io.github.distillmaven.fetch.TinyDataset.content;
import static io.github.distillmaven.fetch.TinyDataset.gzip;
import static io.github.distillmaven.fetch.TinyDataset.half;
import static io.github.distillmaven.fetch.TinyDataset.single;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("From the public addresses")
class PublicAddressTest extends FetchTest {

    private static final byte[] IMAGES = gzip(content("images"));

    @Test
    void files_are_downloaded_and_unpacked() throws Exception {
        server.sends("/images.gz", gzip(content("images")));
        server.sends("/labels.gz", gzip(content("labels")));
        DatasetSpec spec = TinyDataset.spec(
                List.of("images", "labels"),
                List.of(
                        TinyDataset.download("images", server.address("/images.gz")),
                        TinyDataset.download("labels", server.address("/labels.gz"))));

        fetch(spec);

        assertFetched("images", "labels");
        assertThat(listener.fetched)
                .containsExactlyInAnyOrder(
                        "images from " + server.address("/images.gz"), "labels from " + server.address("/labels.gz"));
        assertThat(listener.progress).contains("images.gz %s/%s".formatted(IMAGES.length, IMAGES.length));
        assertThat(listener.failed).isEmpty();
    }

    @Test
    void an_archive_gives_its_six_files_and_nothing_else() throws Exception {
        server.sends("/tiny.tar.gz", TinyDataset.archive());

        fetch(archived(server.address("/tiny.tar.gz")));

        assertFetched(TinyDataset.batches().toArray(String[]::new));
    }

    @Test
    void an_archive_cannot_write_outside_the_folder() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../escaped.bin", content("escaped.bin"));
        TinyDataset.batches().forEach(name -> entries.put("../../" + name, content(name)));
        server.sends("/tiny.tar.gz", TinyDataset.tarGzip(entries));

        fetch(archived(server.address("/tiny.tar.gz")));

        assertFetched(TinyDataset.batches().toArray(String[]::new));
        assertThat(namesIn(temporary)).containsExactly("store");
    }

    @Test
    void right_files_are_kept_and_wrong_ones_fetched_anew() throws Exception {
        put("store/images", content("images"));
        put("store/labels", content("images"));
        server.sends("/labels.gz", gzip(content("labels")));
        DatasetSpec spec = TinyDataset.spec(
                List.of("images", "labels"),
                List.of(
                        TinyDataset.download("images", server.address("/images.gz")),
                        TinyDataset.download("labels", server.address("/labels.gz"))));

        fetch(spec);

        assertFetched("images", "labels");
        assertThat(server.requests()).extracting(LocalServer.Request::uri).containsExactly("/labels.gz");
    }

    @Test
    void a_package_that_was_packed_anew_is_accepted_for_its_content() throws Exception {
        // Two gzip members in a row are one valid gzip with other bytes than the published one.
        byte[] all = content("images");
        byte[] first = gzip(half(all));
        byte[] second = gzip(Arrays.copyOfRange(all, all.length / 2, all.length));
        byte[] packed = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, packed, first.length, second.length);
        server.sends("/images.gz", packed);

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
    }

    @Test
    void a_wrong_digest_leads_to_the_next_address() throws Exception {
        server.sends("/bad/images.gz", gzip(content("other")));
        server.sends("/good/images.gz", IMAGES);

        fetch(single(server.address("/bad/images.gz"), server.address("/good/images.gz")));

        assertFetched("images");
        assertThat(listener.failed)
                .containsExactly("images.gz from %s: wrong SHA-256 of images: wanted %s, got %s"
                        .formatted(
                                server.address("/bad/images.gz"),
                                TinyDataset.sha256(content("images")),
                                TinyDataset.sha256(content("other"))));
    }

    @Test
    void redirects_are_followed() throws Exception {
        server.on("/images.gz", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            LocalServer.send(exchange, 302, new byte[0]);
        });
        server.sends("/elsewhere", IMAGES);

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
    }

    @Test
    void every_address_is_listed_with_its_failure() throws Exception {
        byte[] page = "\n<!DOCTYPE html>\n<html><body>Please log in</body></html>".getBytes(StandardCharsets.UTF_8);
        byte[] longer = Arrays.copyOf(content("images"), TinyDataset.FILE_BYTES + 1);
        server.sends("/page", page);
        server.sends("/truncated", half(IMAGES));
        server.sends("/plain", content("images"));
        server.sends("/short", gzip(half(content("images"))));
        server.sends("/long", gzip(longer));
        server.sends("/wrong", gzip(content("other")));
        server.sends("/empty", new byte[0]);
        server.fails("/gone", 410);
        server.fails("/forbidden", 403);
        server.fails("/broken", 500);

        String message = failureOf(single(
                server.address("/page"),
                server.address("/truncated"),
                server.address("/plain"),
                server.address("/short"),
                server.address("/long"),
                server.address("/wrong"),
                server.address("/empty"),
                server.address("/missing"),
                server.address("/gone"),
                server.address("/forbidden"),
                server.address("/broken")));

        assertThat(message)
                .isEqualTo(message(
                        server.address("/page: a web page in place of the file"),
                        server.address("/truncated: truncated gzip: %s bytes, published with %s"
                                .formatted(IMAGES.length / 2, IMAGES.length)),
                        server.address("/plain: damaged gzip: Not in GZIP format"),
                        server.address("/short: wrong size of images: wanted 100000 bytes, got 50000"),
                        server.address("/long: wrong size of images: wanted 100000 bytes, got more"),
                        server.address("/wrong: wrong SHA-256 of images: wanted %s, got %s"
                                .formatted(
                                        TinyDataset.sha256(content("images")), TinyDataset.sha256(content("other")))),
                        server.address("/empty: truncated gzip: 0 bytes, published with " + IMAGES.length),
                        server.address("/missing: not found (HTTP 404)"),
                        server.address("/gone: not found (HTTP 410)"),
                        server.address("/forbidden: HTTP 403"),
                        server.address("/broken: HTTP 500 (tried 3 times)")));
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void a_server_that_is_busy_is_asked_again() throws Exception {
        server.on("/images.gz", exchange -> {
            boolean first = server.requests().size() == 1;
            LocalServer.send(exchange, first ? 503 : 200, first ? new byte[0] : IMAGES);
        });

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
    }

    @Test
    void a_server_that_stalls_is_given_up() throws Exception {
        server.stalls("/images.gz", IMAGES, "\"v1\"");

        String message = failureOf(single(server.address("/images.gz")));

        assertThat(message).isEqualTo(message(server.address("/images.gz: nothing came or went for 2 s")));
    }

    @Test
    void a_server_that_stalls_after_much_has_come_is_asked_once_more() throws Exception {
        server.on("/images.gz", exchange -> {
            if (server.requests().size() > 1) {
                LocalServer.send(exchange, 200, IMAGES);
                return;
            }
            exchange.sendResponseHeaders(200, IMAGES.length);
            exchange.getResponseBody().write(IMAGES, 0, 80_000);
            exchange.getResponseBody().flush();
            server.awaitClosing();
        });

        fetch(single(server.address("/images.gz")));

        assertFetched("images");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void a_server_that_says_nothing_is_asked_once_and_its_host_not_again() throws Exception {
        server.hangs("/images.gz");
        server.hangs("/other/images.gz");

        String message = failureOf(single(server.address("/images.gz"), server.address("/other/images.gz")));

        assertThat(message)
                .isEqualTo(message(
                        server.address("/images.gz: nothing came or went for 2 s"),
                        server.address("/other/images.gz: not asked, because 127.0.0.1:%s did not answer before"
                                .formatted(server.port()))));
        assertThat(server.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_server_that_drips_is_given_up_and_the_next_address_asked() throws Exception {
        server.drips("/slow/images.gz");
        server.sends("/images.gz", IMAGES);

        fetch(single(server.address("/slow/images.gz"), server.address("/images.gz")));

        assertFetched("images");
        assertThat(listener.failed)
                .containsExactly("images.gz from %s: it is too slow, with fewer than 4000 bytes in 2 s"
                        .formatted(server.address("/slow/images.gz")));
    }

    @Test
    void a_server_that_drips_headers_is_given_up() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread dripping = new Thread(() -> dripHeaders(listening));
            dripping.setDaemon(true);
            dripping.start();
            String address = "http://127.0.0.1:%s/images.gz".formatted(listening.getLocalPort());

            assertThat(failureOf(single(address))).isEqualTo(message(address + ": nothing came or went for 2 s"));
        }
    }

    private static void dripHeaders(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nDrip: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write('x');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException end) {
            // Nobody listens any more.
        }
    }

    @Test
    void what_stands_in_the_place_of_a_file_is_named() throws Exception {
        server.sends("/page", bytes("<!-- " + "x".repeat(1500) + " --><head><title>Log in</title>"));
        server.sends("/packed", gzip(bytes("<html><body>Proxy error</body></html>")));
        server.sends("/lfs", bytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"));
        server.sends("/annex", bytes("/annex/objects/SHA256E-s123--4d7a\n"));
        server.sends("/xml", bytes("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"));
        server.sends("/json", bytes("{\"message\": \"not found\"}"));

        assertThat(failureOf(single(
                        server.address("/page"),
                        server.address("/packed"),
                        server.address("/lfs"),
                        server.address("/annex"),
                        server.address("/xml"),
                        server.address("/json"))))
                .isEqualTo(message(
                        server.address("/page: a web page in place of the file"),
                        server.address("/packed: a web page in place of the file"),
                        server.address(
                                "/lfs: a Git LFS pointer in place of the file; get the file itself with git lfs pull"),
                        server.address(
                                "/annex: a git-annex pointer in place of the file; get the file itself with git annex get"),
                        server.address("/xml: an XML message in place of the file"),
                        server.address("/json: a JSON message in place of the file")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_host_that_refuses_or_does_not_exist_is_named() throws Exception {
        String refusing;
        try (ServerSocket closedSoon = new ServerSocket(0)) {
            refusing = "http://127.0.0.1:" + closedSoon.getLocalPort();
        }

        String message = failureOf(single(refusing + "/images.gz", "http://no-such-host.invalid/images.gz"));

        assertThat(message)
                .isEqualTo(message(
                        "%s/images.gz: Connect to %s failed: Connection refused".formatted(refusing, refusing),
                        "http://no-such-host.invalid/images.gz: unknown host no-such-host.invalid"));
    }

    @Test
    void an_endless_download_is_broken_off() throws Exception {
        server.on("/images.gz", exchange -> {
            exchange.sendResponseHeaders(200, 0); // chunked, without an announced length
            while (true) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });
        long limit = IMAGES.length + TinyDataset.FILE_BYTES;

        String message = failureOf(single(server.address("/images.gz")));

        assertThat(message)
                .isEqualTo(message(server.address(
                        "/images.gz: larger than %s bytes, published with %s".formatted(limit, IMAGES.length))));
        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void decompression_bombs_are_refused() throws Exception {
        byte[] bomb = new byte[20 << 20]; // above the 16 MiB that an archive may hold besides its files
        server.sends("/images.gz", gzip(bomb));
        server.sends("/tiny.tar.gz", TinyDataset.tarGzip(Map.of("readme", bomb)));

        assertThat(failureOf(single(server.address("/images.gz"))))
                .isEqualTo(message(server.address("/images.gz: wrong size of images: wanted 100000 bytes, got more")));
        assertThat(failureOf(archived(server.address("/tiny.tar.gz"))))
                .contains(server.address("/tiny.tar.gz: cannot be read: it unpacks to more than 17377216 bytes\n"));
        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void an_archive_that_is_truncated_or_incomplete_keeps_what_was_right() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("batch_1.bin", content("batch_1.bin"));
        server.sends("/incomplete", TinyDataset.tarGzip(entries));
        server.sends("/truncated", half(TinyDataset.archive()));

        String message = failureOf(archived(server.address("/incomplete"), server.address("/truncated")));

        byte[] archive = TinyDataset.archive();
        assertThat(message).isEqualTo("""
                        Could not get 4 of the 6 files of Tiny for %s:
                          batch_3.bin, batch_4.bin, batch_5.bin, test_batch.bin
                            %s: the archive lacks batch_2.bin, batch_3.bin, batch_4.bin, batch_5.bin, test_batch.bin
                            %s: truncated gzip: %s bytes, published with %s
                        To go on, put the files, as published or unpacked, into a folder laid out as tiny/<file> \
                        and name it with -Ddistill.mirror=<folder or address>.""".formatted(
                        folder,
                        server.address("/incomplete"),
                        server.address("/truncated"),
                        archive.length / 2,
                        archive.length));
        assertFetched("batch_1.bin", "batch_2.bin");
    }

    @Test
    void offline_nothing_is_asked() throws Exception {
        String address = server.address("/images.gz");

        String message = failureOf(single(address), offline(), server.address("/mirror"));

        assertThat(message).isEqualTo("""
                        Could not get 1 of the 1 files of Tiny for %s:
                          images
                        Maven is offline (-o), so no address was asked: run it once without, or put the files, as published or unpacked, into a \
                        folder laid out as tiny/<file> and name it with -Ddistill.mirror=<folder or address>.""".formatted(folder));
        assertThat(listener.failed).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void offline_with_all_files_in_place_nothing_is_wrong() throws Exception {
        put("store/images", content("images"));

        fetch(single(server.address("/images.gz")), offline(), null);

        assertFetched("images");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_before_any_download() throws IOException {
        Path file = put("store", new byte[0]);

        assertThat(failureOf(single(server.address("/images.gz")))).isEqualTo("""
                        Cannot write %s: a file is in the place of a folder.
                        To go on, move that file away; or keep the data elsewhere with -Ddistill.store=<folder>.""".formatted(file));
        assertThat(server.requests()).isEmpty();
        assertThat(Files.size(file)).isZero();
    }

    @Test
    void a_folder_in_the_place_of_a_file_is_named() throws Exception {
        put("store/images/inside", new byte[0]);
        server.sends("/images.gz", IMAGES);

        assertThat(failureOf(single(server.address("/images.gz"))))
                .startsWith("Cannot write %s: ".formatted(folder.resolve("images")));
        assertThat(namesIn(folder)).doesNotContain("images.content.part");
    }
}
