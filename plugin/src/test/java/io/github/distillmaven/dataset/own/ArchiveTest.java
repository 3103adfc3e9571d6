package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.distillmaven.extension.format.UnfitDataException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("An archive")
class ArchiveTest {

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(root.resolve("unpacked"));
    }

    @Test
    @DisplayName("is unpacked with its folders, whether zip or tar")
    void isUnpacked() throws Exception {
        new Archive(zip("own.zip", "a/b.txt", "text")).unpack(folder);
        Path tar = root.resolve("own.tar.gz");
        try (TarArchiveOutputStream out = tar(tar)) {
            add(out, new TarArchiveEntry("c/d.txt"), "more");
        }
        new Archive(tar).unpack(folder);

        assertThat(folder.resolve("a/b.txt")).hasContent("text");
        assertThat(folder.resolve("c/d.txt")).hasContent("more");
        assertThat(Archive.isOne(Path.of("x.JAR"))).isTrue();
        assertThat(Archive.isOne(Path.of("x.npz"))).isFalse();
    }

    @Test
    @DisplayName("writes nothing outside of its folder, and makes no link")
    void leadsOut() throws Exception {
        assertRefused(
                zip("up.zip", "../outside.txt", "x"),
                "up.zip holds '../outside.txt', which leads out of the folder that it is unpacked to. Pack it without.");
        Path tar = root.resolve("link.tgz");
        try (TarArchiveOutputStream out = tar(tar)) {
            TarArchiveEntry link = new TarArchiveEntry("away", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }
        assertRefused(tar, "link.tgz holds 'away', which is a link or no file. Pack it without.");
        assertThat(root.resolve("outside.txt")).doesNotExist();
    }

    @Test
    @DisplayName("is refused if it unpacks to far more than its size, is damaged, or holds nothing")
    void bomb() throws Exception {
        Path file = root.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int part = 0; part < 150; part++) {
                out.write(zeros);
            }
        }
        assertRefused(
                file,
                "bomb.zip unpacks to more than %s MB, which is too much for its size."
                        .formatted((100_000_000 + 100 * Files.size(file)) / 1_000_000));
        Path text = Files.writeString(root.resolve("text.zip"), "no archive");
        assertRefused(text, "text.zip is not an archive of the kind that its name says, or is empty.");
        Path half = root.resolve("half.tar.gz");
        try (TarArchiveOutputStream out = tar(half)) {
            add(out, new TarArchiveEntry("a"), "text ".repeat(1000));
        }
        byte[] whole = Files.readAllBytes(half);
        Files.write(half, Arrays.copyOf(whole, whole.length - 30));
        assertRefused(half, "half.tar.gz is damaged, or not an archive of the kind that its name says.");
    }

    private void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> new Archive(file).unpack(folder))
                .isInstanceOf(UnfitDataException.class)
                .hasMessage(sentence);
    }

    private Path zip(String name, String entry, String text) throws IOException {
        Path file = root.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static TarArchiveOutputStream tar(Path file) throws IOException {
        OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file));
        return new TarArchiveOutputStream(packed);
    }

    private static void add(TarArchiveOutputStream out, TarArchiveEntry entry, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }
}
