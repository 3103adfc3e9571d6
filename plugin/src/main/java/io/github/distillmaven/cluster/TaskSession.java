package io.github.distillmaven.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.distillmaven.cluster.start.SentFile;
import io.github.distillmaven.cluster.start.Wire;
import io.github.distillmaven.cluster.task.TaskEnd;
import io.github.distillmaven.cluster.task.TaskOrder;
import io.github.distillmaven.worker.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One executor that is at a task. There may be several at one task: where the first was lost, or is slow. */
final class TaskSession implements Closeable {

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Map<String, Path> offered = new HashMap<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private String executor = "";

    TaskSession(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** What the executor says first; the next such is the task, and the last who it is. */
    String hello() throws IOException {
        return in.readUTF();
    }

    /** Names the executor in messages: its host, and its number. */
    String executor() {
        return executor;
    }

    /** Its host. */
    String host() {
        return executor.replaceFirst(",.*", "");
    }

    /**
     * Lets the executor do a task, up to its end.
     *
     * @param agent class path of what does it
     * @param arriving an empty folder for what the executor sends
     * @throws IOException if the executor has gone, or what it sends is not whole
     */
    void serve(RunningTask task, List<SentFile> agent, Path arriving) throws IOException {
        executor = hello();
        TaskOrder order = task.begin(this);
        for (List<SentFile> files : List.of(agent, order.files(), order.classpath())) {
            files.forEach(file -> offered.put(file.digest(), Path.of(file.path())));
        }
        out.writeInt(agent.size());
        for (SentFile file : agent) {
            Wire.text(out, file.path());
            out.writeLong(file.size());
            out.writeUTF(file.digest());
        }
        Wire.text(out, JsonMapper.shared().writeValueAsString(order));
        out.flush();
        int kind = in.read();
        while (kind >= 0 && kind != Wire.ENDED) {
            hear(kind, task, arriving);
            kind = in.read();
        }
        if (kind == Wire.ENDED) {
            task.happened(new Happening.Came(this, read(Wire.text(in), TaskEnd.class), arriving));
            awaitSettled();
        }
    }

    private void hear(int kind, RunningTask task, Path arriving) throws IOException {
        if (kind == Wire.WANT) {
            Path file = offered.get(in.readUTF());
            if (file == null) {
                throw new IOException("an executor asked for a file that it was not offered");
            }
            Wire.file(out, file);
            out.flush();
        } else if (kind == Wire.EVENT) {
            task.happened(new Happening.Told(this, read(Wire.text(in), Event.class)));
        } else if (kind == Wire.FILE) {
            receive(arriving);
        } else {
            throw new IOException("an executor sent a message of the kind " + kind);
        }
    }

    private void receive(Path arriving) throws IOException {
        Path file = arriving.resolve(Wire.text(in)).normalize();
        if (!file.startsWith(arriving)) {
            throw new IOException("an executor sent a file for another folder");
        }
        Files.createDirectories(file.getParent());
        String digest;
        try (OutputStream destination = Files.newOutputStream(file)) {
            digest = Wire.file(in, destination);
        }
        if (!digest.equals(in.readUTF())) {
            throw new IOException("the file " + file.getFileName() + " arrived damaged");
        }
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        try {
            return JsonMapper.shared().readValue(json, type);
        } catch (JacksonException e) {
            throw new IOException("an executor sent what is no " + type.getSimpleName(), e);
        }
    }

    /** What arrived is there until the build has taken it. */
    private void awaitSettled() throws IOException {
        try {
            settled.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted while " + executor + " waited", e);
        }
    }

    /** Lets the executor go: the build has what it sent. */
    void confirm() throws IOException {
        out.writeByte(1);
        out.flush();
        settled.countDown();
    }

    /** Ends what the executor is at. */
    @Override
    public void close() throws IOException {
        socket.close();
        settled.countDown();
    }
}
