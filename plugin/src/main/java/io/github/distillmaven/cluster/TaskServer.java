package io.github.distillmaven.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.github.distillmaven.cluster.start.ExecutorFolder;
import io.github.distillmaven.cluster.start.SentFile;
import io.github.distillmaven.cluster.start.TaskTicket;

/** Where executors ask for their tasks, and bring what came of them. Others who call are sent away. */
final class TaskServer implements Closeable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket server;
    private final String host;
    private final String token;
    private final List<SentFile> agent;
    private final Path folder;
    private final Consumer<String> log;
    private final Map<String, RunningTask> tasks = new ConcurrentHashMap<>();

    private TaskServer(
            ServerSocket server, String host, String token, List<SentFile> agent, Path folder, Consumer<String> log) {
        this.server = server;
        this.host = host;
        this.token = token;
        this.agent = agent;
        this.folder = folder;
        this.log = log;
    }

    /**
     * Listens.
     *
     * @param host name or address by which executors know this machine; if it is a loopback address, others cannot call
     * @param agent class path of what executors run
     * @param folder for what arrives; made if need be
     * @param log is told what went wrong with an executor
     */
    static TaskServer open(String host, List<SentFile> agent, Path folder, Consumer<String> log) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        ServerSocket server = new ServerSocket();
        InetAddress address = InetAddress.getByName(host);
        server.bind(address.isLoopbackAddress() ? new InetSocketAddress(address, 0) : new InetSocketAddress(0));
        TaskServer opened = new TaskServer(server, host, HexFormat.of().formatHex(random), agent, folder, log);
        start(opened::accept, "accept-executors");
        return opened;
    }

    /** What an executor need know of a task. */
    TaskTicket ticket(RunningTask task) {
        return new TaskTicket(host, server.getLocalPort(), token, task.id());
    }

    /** Lets executors ask for a task. */
    void add(RunningTask task) {
        tasks.put(task.id(), task);
    }

    /** Lets them ask for it no more. */
    void remove(RunningTask task) {
        tasks.remove(task.id());
    }

    /** To be told what the engine says. */
    void happened(String id, Happening happening) {
        RunningTask task = tasks.get(id);
        if (task != null) {
            task.happened(happening);
        }
    }

    /** To be told what the engine says of all. */
    void happened(Happening happening) {
        tasks.values().forEach(task -> task.happened(happening));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket), "executor");
            } catch (IOException closed) {
                // Either it is closed, or the caller has gone again.
            }
        }
    }

    private void serve(Socket socket) {
        Path arriving = folder.resolve("arriving-" + UUID.randomUUID());
        try (TaskSession session = new TaskSession(socket)) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            boolean ours = MessageDigest.isEqual(
                    session.hello().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
            RunningTask task = ours ? tasks.get(session.hello()) : null;
            if (task == null) {
                return;
            }
            Files.createDirectories(arriving);
            try {
                socket.setSoTimeout(0);
                session.serve(task, agent, arriving);
            } catch (IOException e) {
                if (task.isOpen()) {
                    log.accept("%s: the connection to %s broke: %s"
                            .formatted(task.label(), session.executor(), e.getMessage()));
                }
            } finally {
                task.left(session);
            }
        } catch (IOException stranger) {
            // Whoever says nothing, or something else, gets no answer.
        } finally {
            ExecutorFolder.delete(arriving);
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
