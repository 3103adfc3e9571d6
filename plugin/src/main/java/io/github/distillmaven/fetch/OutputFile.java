package io.github.distillmaven.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file being written. What goes wrong with it is the folder's fault, never a source's, and ends the fetch. */
final class OutputFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private OutputFile(Path path, StandardOpenOption mode) throws FetchException {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode);
        } catch (IOException e) {
            throw FetchException.cannotWrite(path, e);
        }
    }

    static OutputFile create(Path path) throws FetchException {
        return new OutputFile(path, StandardOpenOption.TRUNCATE_EXISTING);
    }

    static OutputFile append(Path path) throws FetchException {
        return new OutputFile(path, StandardOpenOption.APPEND);
    }

    void write(byte[] bytes, int length) throws FetchException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw FetchException.cannotWrite(path, e);
        }
    }

    /** Brings what is written to the disk. */
    void sync() throws FetchException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw FetchException.cannotWrite(path, e);
        }
    }

    @Override
    public void close() throws FetchException {
        try {
            channel.close();
        } catch (IOException e) {
            throw FetchException.cannotWrite(path, e);
        }
    }
}
