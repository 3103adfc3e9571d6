package io.github.distillmaven.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.http.Credentials;
import io.github.distillmaven.http.LocalServer;
import io.github.distillmaven.http.ServerLogin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.distillmaven.fetch.TinyDataset.archived;
import static io.github.distillmaven.fetch.TinyDataset.content;
import static io.github.distillmaven.fetch.TinyDataset.gzip;
import static io.github.distillmaven.fetch.TinyDataset.half;
import static io.github.distillmaven.fetch.TinyDataset.single;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("From a mirror")
class MirrorTest extends FetchTest {

    private static final byte[] IMAGES = gzip(content("images"));

    @ParameterizedTest
    @ValueSource(strings = {"mirror", "a mirror of übergröße/数据", "./with%20percent+plus"})
    void a_folder_may_have_any_name_and_be_relative(String name) throws Exception {
        Path file = put(name + "/tiny/images", content("images"));

        fetch(single(server.address("/images.gz")), offline(), name);

        assertFetched("images");
        assertThat(listener.fetched).containsExactly("images from " + file.normalize());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_folder_may_be_absolute_or_a_file_address_and_hold_packages() throws Exception {
        Path file = put("my mirror/tiny/images.gz", IMAGES);
        Path root = temporary.resolve("my mirror");

        fetch(single(), offline(), root.toString());
        assertFetched("images");

        put("store/images", new byte[0]);
        fetch(single(), offline(), root.toUri().toString());
        assertFetched("images");
        assertThat(listener.fetched).containsExactly("images from " + file, "images from " + file);
    }

    @Test
    void batches_may_lie_as_the_archive_unpacks_them() throws Exception {
        for (String batch : TinyDataset.batches()) {
            put("mirror/tiny/tiny-batches/" + batch, content(batch));
        }

        fetch(archived(), offline(), "mirror");

        assertFetched(TinyDataset.batches().toArray(String[]::new));
    }

    @Test
    void packages_may_lie_one_level_deeper_too() throws Exception {
        Path file = put("mirror/tiny/raw/images.gz", IMAGES);

        fetch(single(), offline(), "mirror");

        assertFetched("images");
        assertThat(listener.fetched).containsExactly("images from " + file);
    }

    @Test
    void a_folder_may_have_the_name_of_the_file_in_it() throws Exception {
        Path file = put("mirror/tiny/images/images", content("images"));

        fetch(single(), offline(), "mirror");

        assertFetched("images");
        assertThat(listener.fetched).containsExactly("images from " + file);
    }

    @Test
    void a_folder_in_the_place_of_a_file_is_named() throws Exception {
        put("mirror/tiny/images/other", new byte[0]);
        Path tiny = temporary.resolve("mirror/tiny");

        assertThat(failureOf(single(), online(), "mirror"))
                .isEqualTo(message(
                        tiny.resolve("images") + ": a folder that does not hold the file is in its place",
                        tiny.resolve("images.gz") + ": not found"));
    }

    @Test
    void links_are_followed_and_one_to_nothing_is_named() throws Exception {
        put("elsewhere/blob", content("images"));
        put("elsewhere/tiny/readme", new byte[0]);
        Files.createDirectories(temporary.resolve("mirror"));
        Files.createSymbolicLink(temporary.resolve("mirror/tiny"), temporary.resolve("elsewhere/tiny"));
        Path link = temporary.resolve("elsewhere/tiny/images");
        Files.createSymbolicLink(link, temporary.resolve("elsewhere/nowhere"));
        assertThat(failureOf(single(), online(), "mirror"))
                .isEqualTo(message(
                        temporary.resolve("mirror/tiny/images") + ": a link to nothing is in the place of the file",
                        temporary.resolve("mirror/tiny/images.gz") + ": not found"));

        Files.delete(link);
        Files.createSymbolicLink(link, temporary.resolve("elsewhere/blob"));
        fetch(single(), offline(), "mirror");

        assertFetched("images");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void names_may_have_the_dot_that_some_hosts_write(String ending) throws Exception {
        byte[] content = content("train-images-idx3-ubyte");
        DatasetSpec spec = TinyDataset.spec(
                List.of("train-images-idx3-ubyte"), List.of(TinyDataset.download("train-images-idx3-ubyte")));
        Path file = put("mirror/tiny/train-images.idx3-ubyte" + ending, ending.isEmpty() ? content : gzip(content));
        server.sends("/data/tiny/train-images.idx3-ubyte" + ending, ending.isEmpty() ? content : gzip(content));

        fetch(spec, offline(), "mirror");
        assertFetched("train-images-idx3-ubyte");
        assertThat(listener.fetched).containsExactly("train-images-idx3-ubyte from " + file);

        put("store/train-images-idx3-ubyte", new byte[0]);
        fetch(spec, online(), server.address("/data"));
        assertFetched("train-images-idx3-ubyte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/data/"})
    void the_query_of_an_address_is_sent_and_not_shown(String place) throws Exception {
        server.on("/data/tiny/images.gz", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            LocalServer.breakOff(exchange, IMAGES, 1000);
        });

        String message = failureOf(single(), online(), server.address(place + "?sv=1&sig=s3cret%2B"));

        assertThat(server.requests())
                .extracting(LocalServer.Request::uri)
                .startsWith("/data/tiny/images?sv=1&sig=s3cret%2B", "/data/tiny/images.gz?sv=1&sig=s3cret%2B");
        assertThat(message)
                .isEqualTo(message(
                        server.address("/data/tiny/images: not found (HTTP 404)"),
                        server.address(
                                "/data/tiny/images.gz: connection lost: Premature end of Content-Length delimited"
                                        + " message body (expected: %s; received: 1000) (tried 3 times)"
                                                .formatted(IMAGES.length))));
        assertThat(folder.resolve("images.gz.origin.part"))
                .hasContent(server.address("/data/tiny/images.gz") + "\n\"v1\"\n");
    }

    @Test
    void an_archive_fills_in_the_batches_that_are_not_unpacked() throws Exception {
        put("mirror/tiny/batch_1.bin", content("batch_1.bin"));
        Path archive = put("mirror/tiny/tiny.tar.gz", TinyDataset.archive());

        fetch(archived(), offline(), "mirror");

        assertFetched(TinyDataset.batches().toArray(String[]::new));
        assertThat(listener.fetched)
                .last()
                .isEqualTo("batch_2.bin, batch_3.bin, batch_4.bin, batch_5.bin, test_batch.bin from " + archive);
    }

    @Test
    void a_server_is_asked_before_the_public_addresses() throws Exception {
        server.sends("/data/tiny/images.gz", IMAGES);
        server.sends("/images.gz", IMAGES);

        fetch(single(server.address("/images.gz")), online(), server.address("/data"));

        assertFetched("images");
        assertThat(server.requests())
                .extracting(LocalServer.Request::uri)
                .containsExactly("/data/tiny/images", "/data/tiny/images.gz");
    }

    @Test
    void a_file_that_is_wrong_there_is_fetched_from_the_public_address() throws Exception {
        Path wrong = put("mirror/tiny/images", half(content("images")));
        server.sends("/images.gz", IMAGES);

        fetch(single(server.address("/images.gz")), online(), "mirror");

        assertFetched("images");
        assertThat(listener.failed)
                .containsExactly(
                        "images from %s: wrong size of images: wanted 100000 bytes, got 50000".formatted(wrong),
                        "images.gz from %s.gz: not found".formatted(wrong));
    }

    @Test
    void offline_a_folder_that_lacks_files_is_listed() throws Exception {
        put("mirror/tiny/images", content("images"));
        String address = server.address("/labels.gz");
        DatasetSpec spec = TinyDataset.spec(
                List.of("images", "labels"),
                List.of(TinyDataset.download("images"), TinyDataset.download("labels", address)));

        String message = failureOf(spec, offline(), "mirror");

        Path tiny = temporary.resolve("mirror/tiny");
        assertThat(message).isEqualTo("""
                        Could not get 1 of the 2 files of Tiny for %s:
                          labels
                            %s: not found
                            %s: not found
                        Maven is offline (-o), so no address was asked: run it once without, or put the files, as published or unpacked, into a \
                        folder laid out as tiny/<file> and name it with -Ddistill.mirror=<folder or address>.""".formatted(folder, tiny.resolve("labels"), tiny.resolve("labels.gz")));
        assertFetched("images");
    }

    @Test
    void a_folder_that_does_not_exist_is_said_so() {
        Path tiny = temporary.resolve("nowhere/tiny");

        assertThat(failureOf(single(), online(), "nowhere"))
                .isEqualTo(message(
                        tiny.resolve("images") + ": not found, nor is its folder",
                        tiny.resolve("images.gz") + ": not found, nor is its folder"));
    }

    @Test
    void the_servers_credentials_go_to_the_mirror_and_nowhere_else() throws Exception {
        try (LocalServer elsewhere = new LocalServer()) {
            server.on("/data/tiny/images", exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.address("/signed"));
                LocalServer.send(exchange, 302, new byte[0]);
            });
            elsewhere.fails("/signed", 401);
            elsewhere.sends("/images.gz", IMAGES);
            Credentials credentials = new Credentials("ada", "lovelace");

            fetch(
                    single(elsewhere.address("/images.gz")),
                    online(),
                    server.address("/data"),
                    new ServerLogin(Optional.of(credentials), Map.of()));

            assertThat(server.requests())
                    .extracting(request -> request.header("Authorization"))
                    .containsExactly("Basic YWRhOmxvdmVsYWNl", "Basic YWRhOmxvdmVsYWNl"); // ada:lovelace
            assertThat(elsewhere.requests())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.header("Authorization")).isNull());
            assertThat(credentials).hasToString("ada");
        }
    }

    @Test
    void a_server_that_wants_a_password_is_answered_with_where_to_put_it() {
        server.fails("/data/tiny/images", 401);
        server.fails("/data/tiny/images.gz", 401);

        String reason = ": HTTP 401: a user and a password are wanted; "
                + "a mirror's are the <server> distill.mirror in settings.xml";
        assertThat(failureOf(single(), online(), server.address("/data")))
                .isEqualTo(message(
                        server.address("/data/tiny/images") + reason, server.address("/data/tiny/images.gz") + reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ftp://host/data              | ftp:// is not among the known schemes
                    https://ada:secret@host/data | a user and a password belong into settings.xml, as the server distill.mirror
                    http:///data                 | the address names no host
                    https://host/data#top        | files have their place below the address, so it cannot hold a #
                    http://ada:secret@host/a b   | Illegal character in path at index 24
                    """)
    void a_wrong_setting_is_explained_without_its_secrets(String value, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mirror.parse(value, temporary, ServerLogin.none()))
                .withMessage(
                        "distill.mirror is wrong: %s. "
                                + "Give a folder, or an address that begins with http://, https:// or file:.",
                        reason);
    }
}
