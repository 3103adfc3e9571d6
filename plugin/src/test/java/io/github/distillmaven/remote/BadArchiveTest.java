package io.github.distillmaven.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.distillmaven.http.LocalServer;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A bad archive")
class BadArchiveTest extends RemoteTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @Test
    void of_garbage_is_missing() throws Exception {
        byte[] garbage = new byte[5000];
        Arrays.fill(garbage, (byte) 'P');

        assertBad(garbage, "it is not a zip file, or not all of one");
    }

    @Test
    void of_no_bytes_is_missing() throws Exception {
        server.fails(path(KEY), 200);

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(warnings).containsExactly(badArchive(KEY, "it is not a zip file"));
        assertNothingIsLeft();
    }

    @Test
    void of_no_files_is_missing() throws Exception {
        assertBad(zip(), "it holds no files");
    }

    @Test
    void that_is_cut_short_is_missing() throws Exception {
        assertBad(Arrays.copyOf(archive(), archive().length - 1), "it is not a zip file, or not all of one");
    }

    @Test
    void that_breaks_off_is_missing() throws Exception {
        server.on(path(KEY), exchange -> LocalServer.breakOff(exchange, new byte[1000], 500));

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(warnings)
                .containsExactly(badArchive(
                        KEY,
                        "it broke off (Premature end of Content-Length delimited message body "
                                + "(expected: 1000; received: 500))"));
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped",
                "/escaped",
                "a/../../escaped",
                "a//b",
                "./a",
                "a/",
                "C:/escaped",
                "C:escaped",
                "a\\b",
                "a\nb"
            })
    void with_a_path_that_leads_elsewhere_is_missing(String name) throws Exception {
        byte[] bytes = zip(entry("good"), entry(name));

        assertBad(
                bytes,
                "%s in it is not a safe path".formatted(name.replace('\n', '?').replace('\\', '/')));
    }

    @Test
    void with_a_symbolic_link_is_missing() throws Exception {
        ZipArchiveEntry link = entry("link");
        link.setUnixMode(UnixStat.LINK_FLAG | 0777);

        assertBad(zip(link), "link in it is not a regular file");
    }

    @Test
    void with_a_file_twice_is_missing() throws Exception {
        String bytes = new String(zip(entry("a/labels"), entry("a/labelz")), StandardCharsets.ISO_8859_1);

        assertBad(bytes.replace("labelz", "labels").getBytes(StandardCharsets.ISO_8859_1), "labels is in it twice");
    }

    @Test
    void with_a_file_in_place_of_a_folder_is_missing() throws Exception {
        assertBad(zip(entry("a"), entry("a/labels")), "labels is in it twice");
    }

    @Test
    void that_swells_is_missing() throws Exception {
        Path bomb = Files.createDirectories(temporary.resolve("bomb"));
        Files.write(bomb.resolve("a"), new byte[600_000]);
        Files.write(bomb.resolve("b"), new byte[600_000]);

        assertBad(archive(bomb), "it unpacks to more than 1000000 bytes");
    }

    @Test
    void that_is_too_large_is_not_even_downloaded() throws Exception {
        assertBad(new byte[1_000_001], "it is larger than 1000000 bytes");
    }

    @Test
    void of_too_many_files_is_missing() throws Exception {
        ZipArchiveEntry[] entries = new ZipArchiveEntry[21];
        Arrays.setAll(entries, i -> entry("file" + i));

        assertBad(zip(entries), "it holds more than 20 files");
    }

    @Test
    void that_lies_about_the_number_of_its_files_is_missing() throws Exception {
        ZipArchiveEntry[] entries = new ZipArchiveEntry[21];
        Arrays.setAll(entries, i -> entry("file" + i));
        byte[] bytes = zip(entries);
        bytes[bytes.length - 12] = 1;

        assertBad(bytes, "it holds more than 20 files");
    }

    @Test
    void that_says_another_number_of_files_than_it_has_is_missing() throws Exception {
        byte[] bytes = zip(entry("a"), entry("b"));
        bytes[bytes.length - 12] = 1;

        assertBad(bytes, "its directory has 2 files, but its end says 1");
    }

    @Test
    void with_thousands_of_entries_on_one_long_header_is_not_even_opened() throws Exception {
        byte[] bomb = overlapping(44_600, 60_000);
        assertThat(bomb.length).isLessThan(2_200_000);
        Path archive = Files.write(temporary.resolve("bomb.zip"), bomb);

        assertThatThrownBy(() -> new ArchiveReader(folder, RemoteLimits.usual()).unpack(archive))
                .isInstanceOf(RemoteFailure.class)
                .hasMessage("a name or an extra field in it is longer than any of ours");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whose_files_overlap_is_missing() throws Exception {
        assertBad(overlapping(20, 0), "its files overlap");
    }

    /** Many records that all point to the one file of a zip, whose header has a long extra field. */
    private static byte[] overlapping(int records, int extra) throws IOException {
        ByteBuffer zip = ByteBuffer.allocate(30 + 1 + extra + records * 47 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).putShort((short) 20);
        zip.position(26);
        zip.putShort((short) 1).putShort((short) extra).put((byte) 'a');
        zip.position(31 + extra);
        for (int i = 0; i < records; i++) {
            int start = zip.position();
            zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
            zip.putShort(start + 28, (short) 1);
            zip.position(start + 46);
            zip.put((byte) 'a');
        }
        zip.putInt(0x06054b50).putInt(0);
        zip.putShort((short) Math.min(records, 9_000)).putShort((short) Math.min(records, 9_000));
        zip.putInt(records * 47).putInt(31 + extra).putShort((short) 0);
        return zip.array();
    }

    @Test
    void with_a_name_that_is_too_long_is_missing() throws Exception {
        assertBad(zip(entry("n".repeat(501))), "a name or an extra field in it is longer than any of ours");
    }

    @Test
    void with_a_path_that_is_too_deep_is_missing() throws Exception {
        String deep = "d/".repeat(20) + "f";
        assertBad(zip(entry(deep)), deep + " in it is not a safe path");
    }

    @Test
    void that_swells_more_than_any_of_ours_is_missing() throws Exception {
        RemoteLimits limits = new RemoteLimits(PATIENT, 1000, PATIENT, PATIENT, 1L << 40, 20);

        assertThat(limits.unpackedBytes(2_000_000)).isEqualTo((64L << 20) + 200_000_000);
        assertThat(RemoteLimits.usual().unpackedBytes(100_000_000)).isEqualTo(4_000_000_000L);
    }

    @Test
    void whose_names_would_write_into_the_log_is_shown_in_one_line() throws Exception {
        assertBad(zip(entry("a\n::error::b\u001b[2J\u202e")), "a?::error::b?[2J? in it is not a safe path");
    }

    @Test
    void with_a_directory_elsewhere_is_missing() throws Exception {
        byte[] bytes = Arrays.copyOf("junk".getBytes(StandardCharsets.UTF_8), archive().length + 4);
        System.arraycopy(archive(), 0, bytes, 4, archive().length);

        assertBad(bytes, "its directory is not at its end");
    }

    @Test
    void that_is_a_web_page_means_that_the_remote_is_none() throws Exception {
        server.sends(path(KEY), "<!doctype html><html>Log in</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().fetch("2f", folder)).isFalse();

        assertThat(warnings).containsExactly(cannotBeUsed("it sends a web page in place of the file"));
        assertThat(requests()).hasSize(1);
        assertNothingIsLeft();
    }

    @Test
    void that_is_said_to_be_a_web_page_is_not_taken_for_there() throws Exception {
        server.on(path(KEY), exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            LocalServer.send(exchange, 200, new byte[0]);
        });

        assertThat(remote().send(KEY, entry)).isFalse();

        assertThat(warnings).containsExactly(cannotBeUsed("it sends a web page in place of the file"));
        assertThat(requests()).containsExactly("HEAD " + path(KEY));
    }

    @Test
    void leaves_the_others_alone_until_there_are_three() throws Exception {
        for (String key : List.of("1", "2", "3", "4")) {
            server.sends(path(key), CONTENT);
        }
        keeps(KEY).set(archive());

        assertThat(remote().fetch("1", folder)).isFalse();
        assertThat(remote().fetch("1", folder)).isFalse();
        assertThat(remote().fetch("2", folder)).isFalse();
        assertThat(remote().fetch(KEY, folder)).isTrue();
        FileUtils.cleanDirectory(folder.toFile());
        assertThat(remote().fetch("3", folder)).isFalse();
        assertThat(remote().fetch("4", folder)).isFalse();
        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().send(KEY, entry)).isFalse();

        assertThat(warnings)
                .containsExactly(
                        badArchive("1", "it is not a zip file"),
                        badArchive("2", "it is not a zip file"),
                        cannotBeUsed("3 of its archives are bad, the last one, of 3, because it is not a zip file"));
        assertThat(requests())
                .containsExactly("GET " + path("1"), "GET " + path("2"), "GET " + path(KEY), "GET " + path("3"));
        assertNothingIsLeft();
    }

    @Test
    void is_replaced_where_the_server_allows_it() throws Exception {
        AtomicReference<byte[]> kept = keeps(KEY);
        kept.set(CONTENT);

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().send(KEY, entry)).isTrue();

        assertThat(kept.get()).isEqualTo(archive());
        assertThat(requests()).containsExactly("GET " + path(KEY), "PUT " + path(KEY));
    }

    @Test
    void that_may_not_be_replaced_does_not_keep_others_from_being_sent() throws Exception {
        server.on(path(KEY), exchange -> {
            boolean put = exchange.getRequestMethod().equals("PUT");
            LocalServer.send(exchange, put ? 409 : 200, put ? new byte[0] : CONTENT);
        });
        keeps("2f");

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().send(KEY, entry)).isFalse();
        assertThat(remote().send("2f", entry)).isTrue();

        assertThat(warnings).containsExactly(badArchive(KEY, "it is not a zip file"));
        assertThat(details)
                .containsExactly("The remote store %s (distill.remote) keeps its bad archive of %s: HTTP 409."
                        .formatted(server.address("/repository/"), KEY));
    }

    @Test
    void may_be_cut_anywhere_and_is_never_taken() throws Exception {
        byte[] whole = archive();
        for (int length = 0; length < whole.length; length++) {
            assertThat(unpacks(Arrays.copyOf(whole, length)))
                    .as("%s bytes", length)
                    .isFalse();
        }
    }

    @Test
    void may_be_wrong_in_any_byte_and_never_gives_another_content() throws Exception {
        byte[] bytes = archive();
        List<byte[]> right = List.copyOf(filesBelow(entry).values());
        for (int i = 0; i < bytes.length; i++) {
            byte flipped = (byte) (1 << i % 8);
            bytes[i] ^= flipped;
            if (unpacks(bytes)) {
                assertThat(filesBelow(folder).values())
                        .as("byte %s", i)
                        .allMatch(file -> right.stream().anyMatch(known -> Arrays.equals(known, file)));
            }
            bytes[i] ^= flipped;
        }
    }

    /** Whether the reader takes an archive; fails if it throws anything but what is declared. */
    private boolean unpacks(byte[] bytes) throws IOException, InterruptedException {
        FileUtils.cleanDirectory(folder.toFile());
        Path archive = Files.write(temporary.resolve("archive.zip"), bytes);
        try {
            new ArchiveReader(folder, limits(PATIENT)).unpack(archive);
            return true;
        } catch (RemoteFailure e) {
            assertThat(e.kind()).isEqualTo(RemoteFailure.Kind.ARCHIVE);
            return false;
        }
    }

    private void assertBad(byte[] bytes, String reason) throws Exception {
        server.sends(path(KEY), bytes);

        assertThat(remote().fetch(KEY, folder)).isFalse();

        assertThat(warnings).containsExactly(badArchive(KEY, reason));
        assertNothingIsLeft();
        assertThat(temporary).isDirectoryNotContaining("glob:**escaped*");
    }

    private static ZipArchiveEntry entry(String name) {
        return new ZipArchiveEntry(name) {

            @Override
            public String getName() {
                return name; // the library's own writer would mend some of them
            }
        };
    }

    private static byte[] zip(ZipArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (ZipArchiveEntry entry : entries) {
                zip.putArchiveEntry(entry);
                zip.write(CONTENT);
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
