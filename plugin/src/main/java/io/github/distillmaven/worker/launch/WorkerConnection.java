package io.github.distillmaven.worker.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.WorkerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks one worker, and reads its events. The worker ends when this is closed. */
final class WorkerConnection implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    WorkerConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends it a request. A worker that has gone does not hear it, which {@link #next} says. */
    void ask(WorkerRequest request) {
        byte[] line = (JsonMapper.shared().writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            socket.getOutputStream().write(line);
        } catch (IOException gone) {
            // There is no event from it either.
        }
    }

    /**
     * Waits for the next event.
     *
     * @return empty when the worker has ended; a line that it could not complete does not count
     * @throws InterruptedException if the thread was interrupted
     */
    Optional<Event> next() throws InterruptedException {
        try {
            String line = lines.readLine();
            return line == null
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readValue(line, Event.class));
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
