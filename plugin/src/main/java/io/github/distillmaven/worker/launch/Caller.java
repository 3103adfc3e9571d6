package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;

/** Somebody who connected to a build and has yet to say who it is. Never waited for. */
final class Caller implements AutoCloseable {

    /** What has come from a caller so far. */
    enum Said {
        TOKEN,
        TOO_LITTLE,
        SOMETHING_ELSE
    }

    private final SocketChannel channel;
    private final byte[] expected;
    private final ByteBuffer heard;
    private final long since = System.nanoTime();

    Caller(SocketChannel channel, String token) throws IOException {
        this.channel = channel;
        this.expected = (token + "\n").getBytes(StandardCharsets.US_ASCII);
        this.heard = ByteBuffer.allocate(expected.length);
        channel.configureBlocking(false);
    }

    /** Reads what is there. Who says something else, hangs up or takes too long is sent away. */
    Said hear(Duration patience) throws IOException {
        boolean over = isOver();
        if (!heard.hasRemaining() && MessageDigest.isEqual(heard.array(), expected)) {
            return Said.TOKEN;
        }
        if (over || !beginsLikeTheToken() || System.nanoTime() - since > patience.toNanos()) {
            close();
            return Said.SOMETHING_ELSE;
        }
        return Said.TOO_LITTLE;
    }

    private boolean isOver() {
        try {
            return channel.read(heard) < 0;
        } catch (IOException gone) {
            return true;
        }
    }

    private boolean beginsLikeTheToken() {
        int length = heard.position();
        return MessageDigest.isEqual(Arrays.copyOf(heard.array(), length), Arrays.copyOf(expected, length));
    }

    /** Wakes a selector when there is more to hear. */
    void await(Selector selector) throws IOException {
        channel.register(selector, SelectionKey.OP_READ);
    }

    /** The connection to a caller who said the token. */
    WorkerConnection connect(Selector selector) throws IOException {
        SelectionKey key = channel.keyFor(selector);
        if (key != null) {
            key.cancel();
            // Only then is the channel free to be read from by a thread that waits.
            selector.selectNow();
        }
        channel.configureBlocking(true);
        return new WorkerConnection(channel.socket());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
