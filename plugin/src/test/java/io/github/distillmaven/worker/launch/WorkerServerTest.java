package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.distillmaven.worker.Event;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkerServerTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void onlyTheTokenOpensTheConnection() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket stranger = connect(server, "0".repeat(32) + "\n");
                Socket worker = connect(server, server.assignment().token() + "\n{\"event\":\"finished\"}\n")) {
            worker.shutdownOutput();

            Optional<WorkerConnection> connection = server.accept(() -> true, LONG);

            try (WorkerConnection accepted = connection.orElseThrow()) {
                assertThat(accepted.next(Event.class)).contains(new Event.Finished());
            }
            assertThat(stranger.getInputStream().read())
                    .as("the end of the stranger's stream")
                    .isEqualTo(-1);
        }
    }

    @Test
    void aWorkerThatDiedAfterItConnectedIsStillHeard() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket worker = connect(server, server.assignment().token() + "\n{\"event\":\"finished\"}\n")) {
            worker.shutdownOutput();

            try (WorkerConnection accepted = server.accept(() -> false, LONG).orElseThrow()) {
                assertThat(accepted.next(Event.class)).contains(new Event.Finished());
                assertThat(accepted.next(Event.class)).isEmpty();
            }
        }
    }

    @Test
    void nobodyWaitsForCallersWhoSaySlowlyOrNothing() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket silent = connect(server, "");
                Socket slow = connect(server, server.assignment().token().substring(0, 5));
                Socket worker = connect(server, server.assignment().token() + "\n{\"event\":\"finished\"}\n")) {
            long start = System.nanoTime();

            try (WorkerConnection accepted = server.accept(() -> true, LONG).orElseThrow()) {
                assertThat(accepted.next(Event.class)).contains(new Event.Finished());
            }

            // Both may take 10 seconds to say who they are.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(silent.isClosed() || slow.isClosed()).isFalse();
        }
    }

    @Test
    void aWorkerThatFinishedBehindOthersIsStillHeard() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket silent = connect(server, "");
                Socket worker = connect(server, server.assignment().token() + "\n{\"event\":\"finished\"}\n")) {
            worker.shutdownOutput();

            try (WorkerConnection accepted = server.accept(() -> false, LONG).orElseThrow()) {
                assertThat(accepted.next(Event.class)).contains(new Event.Finished());
            }
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void aWorkerThatSaysItsTokenInPiecesIsHeard() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket worker = connect(server, server.assignment().token().substring(0, 5))) {
            CompletableFuture<Optional<WorkerConnection>> connection = CompletableFuture.supplyAsync(() -> {
                try {
                    return server.accept(() -> true, LONG);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            worker.getOutputStream()
                    .write((server.assignment().token().substring(5) + "\n{\"event\":\"finished\"}\n")
                            .getBytes(StandardCharsets.US_ASCII));

            try (WorkerConnection accepted = connection.get().orElseThrow()) {
                assertThat(accepted.next(Event.class)).contains(new Event.Finished());
            }
        }
    }

    @Test
    void aFloodOfCallersCostsNothingAndIsBounded() throws Exception {
        List<Socket> flood = new ArrayList<>();
        try (WorkerServer server = WorkerServer.open()) {
            // More than are heard at a time, and all of them silent; the worker comes last.
            for (int i = 0; i < 200; i++) {
                flood.add(connect(server, ""));
            }
            try (Socket worker = connect(server, server.assignment().token() + "\n{\"event\":\"finished\"}\n");
                    WorkerConnection accepted = server.accept(() -> true, LONG).orElseThrow()) {
                assertThat(accepted.next(Event.class)).contains(new Event.Finished());
            }
            assertThat(flood.get(0).getInputStream().read())
                    .as("the end of the first one's stream")
                    .isEqualTo(-1);
        } finally {
            for (Socket caller : flood) {
                caller.close();
            }
        }
    }

    @Test
    void whoTakesTooLongIsSentAway() throws Exception {
        try (WorkerServer server = WorkerServer.open(Duration.ofMillis(50));
                Socket silent = connect(server, "")) {
            assertThat(server.accept(() -> true, Duration.ofMillis(500))).isEmpty();

            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aWorkerThatDiedBeforeItConnectedIsNotWaitedFor() throws IOException {
        try (WorkerServer server = WorkerServer.open()) {
            assertThat(server.accept(() -> false, LONG)).isEmpty();
        }
    }

    @Test
    void aWorkerThatNeverConnectsIsGivenUp() throws IOException {
        try (WorkerServer server = WorkerServer.open()) {
            assertThat(server.accept(() -> true, Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void anInterruptEndsTheWaiting() throws IOException {
        try (WorkerServer server = WorkerServer.open()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> server.accept(() -> true, LONG)).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted())
                    .as("the thread's mark of an interrupt")
                    .isTrue();
        }
    }

    @Test
    void anEventThatBrokeOffDoesNotCount() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket worker = connect(server, server.assignment().token() + "\n{\"event\":\"fini")) {
            worker.shutdownOutput();

            try (WorkerConnection accepted = server.accept(() -> true, LONG).orElseThrow()) {
                assertThat(accepted.next(Event.class)).isEmpty();
            }
        }
    }

    private static Socket connect(WorkerServer server, String text) throws IOException {
        Socket socket = new Socket(
                InetAddress.getByName("127.0.0.1"), server.assignment().port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
