package io.github.distillmaven.cluster.start;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What goes over the connection between an executor and the build. The executor says the token, the task and who it is; the build answers
 * with the class path and the order. Then the executor sends messages, each of a kind, until it has sent {@link #ENDED}, which the build
 * confirms with a byte.
 */
public final class Wire {

    /** Asks for a file, by its digest. The answer is its size and its content. */
    public static final int WANT = 1;
    /** An event of the worker. */
    public static final int EVENT = 2;
    /** A file that the worker wrote: its name and its content, and then the digest. */
    public static final int FILE = 3;
    /** How the task ended. */
    public static final int ENDED = 4;

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_TEXT = 256 << 20;

    private Wire() {}

    /** Sends a text of any length. */
    public static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Receives a text. */
    public static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Sends the size and the content of a file. */
    public static void file(DataOutputStream out, Path file) throws IOException {
        out.writeLong(Files.size(file));
        Files.copy(file, out);
    }

    /**
     * Receives the size and the content of a file.
     *
     * @return its SHA-256, in lower-case hex
     */
    public static String file(DataInputStream in, OutputStream destination) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long left = in.readLong();
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException("the connection ended within a file");
            }
            digest.update(buffer, 0, count);
            destination.write(buffer, 0, count);
            left -= count;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java runtime has SHA-256", impossible);
        }
    }
}
