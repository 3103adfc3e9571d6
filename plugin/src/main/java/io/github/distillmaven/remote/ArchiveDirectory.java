package io.github.distillmaven.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The directory of a zip file, read with bounds before a library opens the file. A library trusts it: thousands of entries that
 * share one header with 64 KB of extra fields fill the memory, and files that overlap swell without end.
 */
final class ArchiveDirectory {

    private static final int SIGNATURE = 0x02014b50;
    private static final int FILE_SIGNATURE = 0x04034b50;
    private static final int RECORD_BYTES = 46;
    private static final int FILE_BYTES = 30;

    /** Longest name; the results of steps have names of a few dozen bytes. */
    private static final int NAME_BYTES = 500;

    /** Longest extra field or comment. Our archives have none, but somebody may have packed them anew. */
    private static final int EXTRA_BYTES = 500;

    private final FileChannel channel;
    private final RemoteLimits limits;

    ArchiveDirectory(FileChannel channel, RemoteLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /**
     * Checks every record, and the header of the file that it points to. Files must follow each other in the order of the
     * directory.
     *
     * @param offset where the directory begins
     * @param length its bytes, few enough to be read at once
     * @param files how many records it is said to have
     * @throws RemoteFailure if it is not so
     */
    void check(long offset, int length, int files) throws RemoteFailure, IOException {
        ByteBuffer records = read(offset, length);
        long freeFrom = 0;
        int found = 0;
        while (records.hasRemaining()) {
            found++;
            if (found > limits.files()) {
                throw tooMany();
            }
            freeFrom = checkFile(records, freeFrom, offset);
        }
        if (found != files) {
            throw RemoteFailure.badArchive("its directory has %s files, but its end says %s".formatted(found, files));
        }
    }

    private RemoteFailure tooMany() {
        return RemoteFailure.badArchive("it holds more than %s files".formatted(limits.files()));
    }

    /** @return where the next file may begin */
    private long checkFile(ByteBuffer records, long freeFrom, long end) throws RemoteFailure, IOException {
        int start = records.position();
        if (records.remaining() < RECORD_BYTES || records.getInt(start) != SIGNATURE) {
            throw RemoteFailure.badArchive("its directory is damaged");
        }
        int name = shortAt(records, start + 28);
        int extra = shortAt(records, start + 30);
        int comment = shortAt(records, start + 32);
        requireShort(name, Math.max(extra, comment));
        if (records.remaining() < RECORD_BYTES + name + extra + comment) {
            throw RemoteFailure.badArchive("its directory is damaged");
        }
        long packed = Integer.toUnsignedLong(records.getInt(start + 20));
        long file = Integer.toUnsignedLong(records.getInt(start + 42));
        long next = file + headerBytes(file, end) + packed;
        if (file < freeFrom || next > end) {
            throw RemoteFailure.badArchive("its files overlap");
        }
        records.position(start + RECORD_BYTES + name + extra + comment);
        return next;
    }

    private long headerBytes(long file, long end) throws RemoteFailure, IOException {
        if (file + FILE_BYTES > end) {
            throw RemoteFailure.badArchive("its files overlap");
        }
        ByteBuffer header = read(file, FILE_BYTES);
        if (header.getInt(0) != FILE_SIGNATURE) {
            throw RemoteFailure.badArchive("its directory is damaged");
        }
        requireShort(shortAt(header, 26), shortAt(header, 28));
        return FILE_BYTES + shortAt(header, 26) + shortAt(header, 28);
    }

    private static void requireShort(int name, int extra) throws RemoteFailure {
        if (name > NAME_BYTES || extra > EXTRA_BYTES) {
            throw RemoteFailure.badArchive("a name or an extra field in it is longer than any of ours");
        }
    }

    private static int shortAt(ByteBuffer buffer, int index) {
        return Short.toUnsignedInt(buffer.getShort(index));
    }

    private ByteBuffer read(long position, int length) throws RemoteFailure, IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw RemoteFailure.badArchive("its directory is damaged");
            }
        }
        return bytes.flip();
    }
}
