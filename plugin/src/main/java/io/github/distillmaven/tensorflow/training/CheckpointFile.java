package io.github.distillmaven.tensorflow.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

import io.github.distillmaven.disk.FileReplacement;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The last checkpoint of a training: a mark, a format version, a content, and the CRC-32C of all that. It is replaced as
 * a whole, so that a kill at any moment leaves the former one or the new one. The sum guards against damage, not against
 * malice, and without the optimising compiler a cryptographic one would take longer than the disk.
 */
final class CheckpointFile {

    private static final String NAME = "checkpoint.bin";
    private static final String UNFINISHED = "checkpoint.%s.tmp";
    private static final byte[] MARK = "distill checkpoint\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 2;
    private static final int BUFFER = 64 * 1024;
    private static final int SUM_BYTES = Long.BYTES;

    private final Path folder;
    private final Path path;

    /** @param folder holds the file; made when first written */
    CheckpointFile(Path folder) {
        this.folder = folder;
        this.path = folder.resolve(NAME);
    }

    /** Writes the content of a checkpoint. */
    @FunctionalInterface
    interface ContentWriter {

        void write(DataOutputStream out) throws IOException;
    }

    /** Reads the content of a checkpoint. */
    @FunctionalInterface
    interface ContentReader {

        void read(DataInputStream in) throws IOException;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Replaces the checkpoint, once the new one is on the disk. */
    void write(ContentWriter content) throws IOException {
        Files.createDirectories(folder);
        // A name of its own, since a writer that was told to end may still be at work for a moment.
        Path unfinished = folder.resolve(UNFINISHED.formatted(UUID.randomUUID()));
        try (FileReplacement replacement = new FileReplacement(path, unfinished)) {
            write(Channels.newOutputStream(replacement.channel()), content);
            replacement.sync();
            replacement.publish();
        }
    }

    private static void write(OutputStream bytes, ContentWriter content) throws IOException {
        CRC32C sum = new CRC32C();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(bytes, sum), BUFFER));
        out.write(MARK);
        out.writeInt(FORMAT);
        content.write(out);
        out.flush();
        bytes.write(ByteBuffer.allocate(SUM_BYTES).putLong(sum.getValue()).array());
    }

    /**
     * Reads the checkpoint, after every byte of it was checked.
     *
     * @throws IOException if it cannot be read, is damaged or of another format; the message continues "cannot be used: "
     */
    void read(ContentReader content) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long length = channel.size() - SUM_BYTES;
            requireMark(channel);
            requireSum(channel, length);
            DataInputStream in = content(channel, length);
            in.skipNBytes(MARK.length + Integer.BYTES);
            content.read(in);
            if (in.read() >= 0) {
                throw new IOException("it holds more than a checkpoint");
            }
        }
    }

    private static void requireMark(FileChannel channel) throws IOException {
        DataInputStream in = content(channel, channel.size());
        if (channel.size() < MARK.length + Integer.BYTES + SUM_BYTES
                || !Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            throw new IOException("it is cut short, or no checkpoint");
        }
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("it is of format %s, not %s".formatted(format, FORMAT));
        }
    }

    private static void requireSum(FileChannel channel, long length) throws IOException {
        CRC32C sum = new CRC32C();
        IOUtils.consume(new CheckedInputStream(content(channel, length), sum));
        channel.position(length);
        if (new DataInputStream(Channels.newInputStream(channel)).readLong() != sum.getValue()) {
            throw new IOException("it is damaged: its bytes do not have the sum that it ends with");
        }
    }

    /** From the start of a file, as if it had this length. */
    private static DataInputStream content(FileChannel channel, long length) throws IOException {
        channel.position(0);
        InputStream bounded = BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(channel))
                .setMaxCount(length)
                .get();
        return new DataInputStream(new BufferedInputStream(bounded, BUFFER));
    }

    /** Removes what writers left that were killed. */
    void removeUnfinished() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UNFINISHED.formatted("*"))) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException leftForTheOwnerOfTheFolder) {
            // Nobody reads such a file, and the folder goes when the training is over.
        }
    }

    /** Removes the checkpoint, if there is one. */
    void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}
