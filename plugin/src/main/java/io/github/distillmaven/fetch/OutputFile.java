package io.github.distillmaven.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is added to. What goes wrong with it is the folder's fault, never a source's, and ends the fetch. */
final class OutputFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    /** Goes on behind what the file holds already. */
    OutputFile(Path path) throws FetchException {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw FetchException.cannotWrite(path, e);
        }
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

    @Override
    public void close() throws FetchException {
        try {
            channel.close();
        } catch (IOException e) {
            throw FetchException.cannotWrite(path, e);
        }
    }
}
