package io.github.distillmaven.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.apache.commons.io.IOUtils;

/**
 * The last bytes of a zip file, which say how long its directory is. They are looked at before the file is opened: a hostile
 * directory of millions of names would fill the memory.
 */
final class ArchiveEnd {

    private static final int SIGNATURE = 0x06054b50;
    private static final int ZIP64_SIGNATURE = 0x07064b50;
    private static final int BYTES = 22;
    private static final int ZIP64_BYTES = 20;

    /** Enough for the names of all files that are allowed. */
    private static final long DIRECTORY_BYTES = 2 << 20;

    private ArchiveEnd() {}

    /**
     * Checks that the directory ends where the file ends, as in every archive of ours, is small enough, and is sound.
     *
     * @throws RemoteFailure if it is not so
     */
    static void check(Path archive, RemoteLimits limits) throws RemoteFailure, IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            long size = channel.size();
            if (size < BYTES) {
                throw RemoteFailure.badArchive("it is not a zip file");
            }
            int length = (int) Math.min(size, BYTES + ZIP64_BYTES);
            ByteBuffer end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(size - length);
            IOUtils.readFully(Channels.newInputStream(channel), end.array());
            check(channel, end, length - BYTES, limits);
        }
    }

    private static void check(FileChannel channel, ByteBuffer end, int start, RemoteLimits limits)
            throws RemoteFailure, IOException {
        if (end.getInt(start) != SIGNATURE) {
            throw RemoteFailure.badArchive("it is not a zip file, or not all of one");
        }
        int files = Short.toUnsignedInt(end.getShort(start + 10));
        long directory = Integer.toUnsignedLong(end.getInt(start + 12));
        long offset = Integer.toUnsignedLong(end.getInt(start + 16));
        boolean extended = start >= ZIP64_BYTES && end.getInt(start - ZIP64_BYTES) == ZIP64_SIGNATURE;
        if (extended || offset + directory + BYTES != channel.size()) {
            throw RemoteFailure.badArchive("its directory is not at its end");
        }
        if (files > limits.files() || directory > DIRECTORY_BYTES) {
            throw RemoteFailure.badArchive("it holds more than %s files".formatted(limits.files()));
        }
        new ArchiveDirectory(channel, limits).check(offset, (int) directory, files);
    }
}
