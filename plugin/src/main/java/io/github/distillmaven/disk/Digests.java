package io.github.distillmaven.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256, in lower-case hex. */
public final class Digests {

    private Digests() {}

    /** A digest of nothing yet. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java runtime has SHA-256", impossible);
        }
    }

    /** A digest of all that it was given; it begins anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Digest of a text in UTF-8. */
    public static String ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Digest of bytes. */
    public static String ofBytes(byte[] bytes) {
        MessageDigest digest = begin();
        digest.update(bytes);
        return hex(digest);
    }

    /** Digest of a file's content. */
    public static String ofFile(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return copy(input, OutputStream.nullOutputStream());
        }
    }

    /** Digest of every regular file below a folder, by its path relative to the folder with {@code /} between names. */
    public static SortedMap<String, String> ofFolder(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString().replace('\\', '/'), ofFile(file));
            }
        }
        return digests;
    }

    /** Copies what is left of a stream and returns the digest of what was copied. */
    public static String copy(InputStream source, OutputStream destination) throws IOException {
        DigestInputStream input = new DigestInputStream(source, begin());
        input.transferTo(destination);
        return hex(input.getMessageDigest());
    }
}
