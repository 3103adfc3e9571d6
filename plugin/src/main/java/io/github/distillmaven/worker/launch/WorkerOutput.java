package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Takes what a worker prints to the log of the request that it is at. After each request the worker prints a mark, which ends that log and is
 * not in it.
 */
final class WorkerOutput implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    /** Only native threads that go on printing, or a full disk, can hide the mark for so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** What an ended process printed is read at once, except on a machine that gives the reader no time. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final InputStream printed;
    private final byte[] mark;
    private final Thread reader = new Thread(this::read, "worker-output");

    private @Nullable FileChannel log;
    private @Nullable Path current;
    private boolean marked;

    /** @param first the file that it begins with: a JVM that cannot start prints why before anyone else can name one */
    WorkerOutput(InputStream printed, byte[] mark, Path first) throws IOException {
        this.printed = printed;
        this.mark = mark.clone();
        begin(first);
        reader.setDaemon(true);
        reader.start();
    }

    /** What is printed from now on goes to this file, which is made anew, if it does not already. */
    synchronized void begin(Path file) throws IOException {
        if (file.equals(current)) {
            return;
        }
        leave();
        marked = false;
        current = file;
        log = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /** Waits for the mark, and is done with the log. */
    synchronized void end() throws IOException, InterruptedException {
        long start = System.nanoTime();
        long left = PATIENCE.toMillis();
        while (!marked && left > 0) {
            wait(left);
            left = PATIENCE.minusNanos(System.nanoTime() - start).toMillis();
        }
        leave();
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        try {
            int count = printed.read(buffer);
            while (count >= 0) {
                keep(buffer, count);
                count = printed.read(buffer);
            }
        } catch (IOException killed) {
            // Who was killed prints no more.
        }
    }

    private synchronized void keep(byte[] bytes, int count) {
        if (log == null) {
            return;
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
            while (rest.hasRemaining()) {
                log.write(rest);
            }
            if (bytes[count - 1] == mark[mark.length - 1] && endsWithTheMark(log)) {
                log.truncate(log.size() - mark.length);
                marked = true;
                notifyAll();
            }
        } catch (IOException e) {
            // A log that cannot be written is no reason to stop the worker, which would wait for its reader for ever.
        }
    }

    private boolean endsWithTheMark(FileChannel file) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(mark.length);
        return file.size() >= mark.length
                && file.read(end, file.size() - mark.length) == mark.length
                && Arrays.equals(end.array(), mark);
    }

    private void leave() throws IOException {
        if (log != null) {
            log.close();
            log = null;
            current = null;
        }
    }

    /** To be called when the worker has ended: waits until all that it printed is in the log. */
    @Override
    public void close() throws IOException {
        try {
            reader.join(REST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            leave();
        }
    }
}
