package io.github.distillmaven.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.DatasetSpec.Download;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.ExampleShape;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A data set of a few kilobytes, called {@code tiny}, and the packages that it is published in. */
final class TinyDataset {

    /** Above the 64 KiB that are copied at once, so that a file comes in several pieces. */
    static final int FILE_BYTES = 100_000;

    private TinyDataset() {}

    /** Bytes that gzip cannot shrink, the same at each call. */
    static byte[] content(String name) {
        byte[] bytes = new byte[FILE_BYTES];
        new Random(name.hashCode()).nextBytes(bytes);
        return bytes;
    }

    /** One file, {@code images}, published as {@code images.gz}. */
    static DatasetSpec single(String... addresses) {
        return spec(List.of("images"), List.of(download("images", addresses)));
    }

    /** Each name published as a gzip of its own. */
    static Download download(String name, String... addresses) {
        byte[] packed = gzip(content(name));
        return new Download(name + ".gz", packed.length, sha256(packed), List.of(addresses), List.of(name));
    }

    /** Six batches, published in one archive as CIFAR-10 is. */
    static DatasetSpec archived(String... addresses) {
        byte[] packed = archive();
        Download download = new Download("tiny.tar.gz", packed.length, sha256(packed), List.of(addresses), batches());
        return spec(batches(), List.of(download));
    }

    static List<String> batches() {
        return List.of("batch_1.bin", "batch_2.bin", "batch_3.bin", "batch_4.bin", "batch_5.bin", "test_batch.bin");
    }

    static byte[] archive() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("tiny-batches/readme.html", "<html>about</html>".getBytes(StandardCharsets.UTF_8));
        batches().forEach(name -> entries.put("tiny-batches/" + name, content(name)));
        return tarGzip(entries);
    }

    static DatasetSpec spec(List<String> names, List<Download> downloads) {
        List<DatasetFile> files = names.stream()
                .map(name -> new DatasetFile(name, FILE_BYTES, sha256(content(name))))
                .toList();
        return new DatasetSpec(
                "tiny",
                "Tiny",
                false,
                ExampleShape.of(1, 1, 1),
                List.of("zero", "one"),
                new Moments(List.of(0.5), List.of(0.5)),
                1,
                0,
                files,
                downloads);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The same bytes at each call: the entries bear no time of the clock. */
    static byte[] tarGzip(Map<String, byte[]> entries) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                TarArchiveEntry header = new TarArchiveEntry(entry.getKey(), true);
                header.setSize(entry.getValue().length);
                header.setModTime(0);
                out.putArchiveEntry(header);
                out.write(entry.getValue());
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
