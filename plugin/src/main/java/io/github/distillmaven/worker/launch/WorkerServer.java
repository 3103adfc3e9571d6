package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.github.distillmaven.worker.Assignment;

/**
 * The build's end of the connection: listens on 127.0.0.1 for the one worker that knows the token. Other programs of the machine may call
 * too; nobody waits for them. All callers are heard side by side, few at a time and each for a short while.
 */
final class WorkerServer implements AutoCloseable {

    private static final byte[] LOCALHOST = {127, 0, 0, 1};
    private static final int POLL_MILLIS = 100;
    /** Many, so that callers who come in a flood do not keep the worker from the queue. */
    private static final int QUEUE = 1024;
    /** A worker sends its token as soon as it is connected: whoever still waits when so many have come since is none. */
    private static final int MOST_CALLERS = 64;

    private final ServerSocketChannel channel;
    private final Selector selector;
    private final String token;
    private final Duration patience;
    /** Who has called and not yet said the token, from the one that waits longest. */
    private final Deque<Caller> callers = new ArrayDeque<>();

    private WorkerServer(ServerSocketChannel channel, Selector selector, String token, Duration patience) {
        this.channel = channel;
        this.selector = selector;
        this.token = token;
        this.patience = patience;
    }

    /** Listens on a free port, with a fresh token. */
    static WorkerServer open() throws IOException {
        return open(Duration.ofSeconds(10));
    }

    /** @param patience how long a caller may take to say the token */
    static WorkerServer open(Duration patience) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        ServerSocketChannel channel = ServerSocketChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), 0), QUEUE);
        channel.configureBlocking(false);
        Selector selector = Selector.open();
        channel.register(selector, SelectionKey.OP_ACCEPT);
        return new WorkerServer(channel, selector, HexFormat.of().formatHex(random), patience);
    }

    /** What the worker need know to reach it. */
    Assignment assignment() {
        return new Assignment(channel.socket().getLocalPort(), token);
    }

    /**
     * Waits for the worker. Callers who do not begin with the token are sent away.
     *
     * @param process whether the worker's process is alive
     * @return the connection; empty if the process ended, or the limit passed, without one
     */
    Optional<WorkerConnection> accept(BooleanSupplier process, Duration limit) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < limit.toNanos()) {
            // Asked before listening: what connected before it died still waits in the queue.
            boolean alive = process.getAsBoolean();
            selector.select(POLL_MILLIS);
            selector.selectedKeys().clear();
            if (Thread.currentThread().isInterrupted()) {
                throw new ClosedByInterruptException();
            }
            Optional<Caller> worker = hearWaiting();
            boolean nobodyNew = false;
            for (int i = 0; worker.isEmpty() && !nobodyNew && i < MOST_CALLERS; i++) {
                SocketChannel next = channel.accept();
                nobodyNew = next == null;
                worker = nobodyNew ? Optional.empty() : hearNew(new Caller(next, token));
            }
            if (worker.isPresent()) {
                return Optional.of(worker.get().connect(selector));
            }
            if (!alive && nobodyNew) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Caller> hearWaiting() throws IOException {
        for (Caller caller : new ArrayList<>(callers)) {
            Caller.Said said = caller.hear(patience);
            if (said != Caller.Said.TOO_LITTLE) {
                callers.remove(caller);
            }
            if (said == Caller.Said.TOKEN) {
                return Optional.of(caller);
            }
        }
        return Optional.empty();
    }

    private Optional<Caller> hearNew(Caller caller) throws IOException {
        Caller.Said said = caller.hear(patience);
        if (said == Caller.Said.TOO_LITTLE) {
            caller.await(selector);
            callers.add(caller);
            if (callers.size() > MOST_CALLERS) {
                callers.remove().close();
            }
        }
        return said == Caller.Said.TOKEN ? Optional.of(caller) : Optional.empty();
    }

    /** Sends everybody away but the worker that was accepted. */
    @Override
    public void close() throws IOException {
        channel.close();
        for (Caller caller : callers) {
            caller.close();
        }
        callers.clear();
        selector.close();
    }
}
