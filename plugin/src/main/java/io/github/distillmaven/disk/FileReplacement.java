package io.github.distillmaven.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The next content of a file, written beside its place and then moved there: whoever reads the place finds the former content or
 * the new one, and never a part of either. What was not published is deleted in the end.
 */
public final class FileReplacement implements AutoCloseable {

    private final Path place;
    private final Path unfinished;
    private final Rename rename;
    private final FileChannel channel;

    /**
     * Begins with nothing.
     *
     * @param place where the content is to be found; what is there is replaced
     * @param unfinished where it is written, in the same folder; what a killed writer left there goes
     */
    public FileReplacement(Path place, Path unfinished) throws IOException {
        this(place, unfinished, Rename.ATOMIC);
    }

    /** @param rename how files are moved */
    public FileReplacement(Path place, Path unfinished, Rename rename) throws IOException {
        this.place = place;
        this.unfinished = unfinished;
        this.rename = rename;
        channel = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** For what is written in another way than by {@link #write}. It is not to be closed. */
    public FileChannel channel() {
        return channel;
    }

    /** Appends bytes. */
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Has the disk take what is written, so that a power failure after {@link #publish} cannot undo it. */
    public void sync() throws IOException {
        channel.force(true);
    }

    /** Gives the content its place. Nothing can be written any more. */
    public void publish() throws IOException {
        channel.close();
        try {
            Disk.move(rename, unfinished, place);
        } catch (AtomicMoveNotSupportedException someNetworkDrive) {
            Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
