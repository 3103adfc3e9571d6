package io.github.distillmaven.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkerServerTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void onlyTheTokenOpensTheConnection() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket stranger = connect(server, "0".repeat(32) + "\n");
                Socket worker = connect(server, server.token() + "\n{\"event\":\"finished\"}\n")) {
            worker.shutdownOutput();

            Optional<WorkerConnection> connection = server.accept(() -> true, LONG);

            try (WorkerConnection accepted = connection.orElseThrow()) {
                assertThat(accepted.next()).contains(new Event.Finished());
            }
            assertThat(stranger.getInputStream().read())
                    .as("the end of the stranger's stream")
                    .isEqualTo(-1);
        }
    }

    @Test
    void aWorkerThatDiedAfterItConnectedIsStillHeard() throws Exception {
        try (WorkerServer server = WorkerServer.open();
                Socket worker = connect(server, server.token() + "\n{\"event\":\"finished\"}\n")) {
            worker.shutdownOutput();

            try (WorkerConnection accepted = server.accept(() -> false, LONG).orElseThrow()) {
                assertThat(accepted.next()).contains(new Event.Finished());
                assertThat(accepted.next()).isEmpty();
            }
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
                Socket worker = connect(server, server.token() + "\n{\"event\":\"fini")) {
            worker.shutdownOutput();

            try (WorkerConnection accepted = server.accept(() -> true, LONG).orElseThrow()) {
                assertThat(accepted.next()).isEmpty();
            }
        }
    }

    private static Socket connect(WorkerServer server, String text) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
