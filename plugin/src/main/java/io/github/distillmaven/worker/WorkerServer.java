package io.github.distillmaven.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The build's end of the connection: listens on 127.0.0.1 for the one worker that knows the token. A channel, since a
 * thread that waits on it can be interrupted.
 */
final class WorkerServer implements AutoCloseable {

    private static final byte[] LOCALHOST = {127, 0, 0, 1};
    private static final int POLL_MILLIS = 100;
    private static final int TOKEN_MILLIS = 5_000;

    private final ServerSocketChannel channel;
    private final String token;

    private WorkerServer(ServerSocketChannel channel, String token) {
        this.channel = channel;
        this.token = token;
    }

    /** Listens on a free port, with a fresh token. */
    static WorkerServer open() throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        ServerSocketChannel channel = ServerSocketChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), 0));
        channel.socket().setSoTimeout(POLL_MILLIS);
        return new WorkerServer(channel, HexFormat.of().formatHex(random));
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    String token() {
        return token;
    }

    /**
     * Waits for the worker. Connections that do not begin with the token are closed.
     *
     * @param process whether the worker's process is alive
     * @return the connection; empty if the process ended, or the limit passed, without one
     */
    Optional<WorkerConnection> accept(BooleanSupplier process, Duration limit) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < limit.toNanos()) {
            // Asked before accepting: what connected before it died still waits in the queue.
            boolean alive = process.getAsBoolean();
            try {
                Socket caller = channel.socket().accept();
                if (knowsToken(caller)) {
                    return Optional.of(new WorkerConnection(caller));
                }
                caller.close();
            } catch (SocketTimeoutException nobody) {
                if (!alive) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private boolean knowsToken(Socket caller) {
        byte[] expected = (token + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            caller.setSoTimeout(TOKEN_MILLIS);
            byte[] first = caller.getInputStream().readNBytes(expected.length);
            caller.setSoTimeout(0);
            return MessageDigest.isEqual(first, expected);
        } catch (IOException silentOrGone) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
