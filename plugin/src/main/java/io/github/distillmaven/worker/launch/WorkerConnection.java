package io.github.distillmaven.worker.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages to one forked JVM and reads its answers, each a line of JSON. The JVM ends when this is closed. */
final class WorkerConnection implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    WorkerConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends it a message. A JVM that has gone does not hear it, which {@link #next} says. */
    synchronized void send(Object message) {
        byte[] line = (JsonMapper.shared().writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            socket.getOutputStream().write(line);
        } catch (IOException gone) {
            // There is no answer from it either.
        }
    }

    /**
     * Waits for the next answer.
     *
     * @return empty when the JVM has ended; a line that it could not complete does not count
     * @throws InterruptedException if the thread was interrupted
     */
    <T> Optional<T> next(Class<T> type) throws InterruptedException {
        try {
            String line = lines.readLine();
            return line == null
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readValue(line, type));
        } catch (IOException | JacksonException brokenOff) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for the worker");
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
