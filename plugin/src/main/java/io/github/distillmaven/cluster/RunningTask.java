package io.github.distillmaven.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.distillmaven.cluster.task.RequestPaths;
import io.github.distillmaven.cluster.task.RequiredMachine;
import io.github.distillmaven.cluster.task.TaskEnd;
import io.github.distillmaven.cluster.task.TaskOrder;
import io.github.distillmaven.worker.WorkerException;
import io.github.distillmaven.worker.launch.WorkerLaunch;
import io.github.distillmaven.worker.launch.WorkerListener;

/** A request that executors answer: what they are told, and what becomes of it. The first that comes to an end counts. */
final class RunningTask {

    private final String id = UUID.randomUUID().toString();
    private final String mark = "seen-by-executors-" + id;
    private final WorkerLaunch launch;
    private final RequiredMachine machine;
    private final TaskFiles files;
    private final ClusterLog log;
    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private final List<TaskSession> sessions = new ArrayList<>();

    private boolean closed;
    /** What the last executor said whose worker was lost. */
    private Optional<String> lost = Optional.empty();

    /**
     * @param machine what executors have to run on
     * @param log is told of lost workers
     */
    RunningTask(WorkerLaunch launch, RequiredMachine machine, TaskFiles files, ClusterLog log) {
        this.launch = launch;
        this.machine = machine;
        this.files = files;
        this.log = log;
    }

    String id() {
        return id;
    }

    String label() {
        return launch.label();
    }

    /**
     * What an executor that has come is to do. Checkpoints are for one at a time: only where nobody else is at the task, an executor goes
     * on with them where they lie, if it sees them; else it gets a copy.
     */
    synchronized TaskOrder begin(TaskSession session) throws IOException {
        boolean alone = sessions.isEmpty();
        sessions.add(session);
        List<Path> checkpoints = RequestPaths.checkpoints(launch.request());
        removeMarks();
        TaskOrder order = new TaskOrder(
                launch.label(),
                RequestPaths.json(launch.request()),
                files.of(launch.request()),
                texts(RequestPaths.outputs(launch.request())),
                texts(checkpoints),
                alone ? mark : "",
                launch.log().toString(),
                files.classpath(launch.jvm().classpath()),
                launch.jvm().mainClass(),
                launch.jvm().arguments(),
                launch.jvm().environment(),
                launch.jvm().foreign(),
                machine);
        if (alone) {
            for (Path folder : checkpoints) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(mark), "");
            }
        }
        return order;
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    private void removeMarks() throws IOException {
        for (Path folder : RequestPaths.checkpoints(launch.request())) {
            Files.deleteIfExists(folder.resolve(mark));
        }
    }

    /** An executor has gone. */
    synchronized void left(TaskSession session) {
        sessions.remove(session);
    }

    /** Remembers what happened, for the thread that follows. */
    void happened(Happening happening) {
        happenings.add(happening);
    }

    /** Whether the build still wants it. */
    synchronized boolean isOpen() {
        return !closed;
    }

    /**
     * Waits for its end.
     *
     * @param listener hears the events of the executor that came last
     * @return facts about the machine that did it
     * @throws WorkerException if it failed
     */
    SortedMap<String, String> follow(WorkerListener listener)
            throws WorkerException, IOException, InterruptedException {
        while (true) {
            Happening next = happenings.take();
            if (next instanceof Happening.Told told) {
                if (isLast(told.session())) {
                    listener.hear(told.event());
                }
            } else if (next instanceof Happening.Came came) {
                Optional<SortedMap<String, String>> done = came(came);
                if (done.isPresent()) {
                    return done.get();
                }
            } else if (next instanceof Happening.Over ended) {
                throw new WorkerException(lost.map(message -> message + "\nThe cluster tried it several times.")
                        .orElseGet(() ->
                                "%s: the cluster gave up. It says: %s\nTry: see that executors can connect to this machine, and that their disks are not full."
                                        .formatted(
                                                launch.label(), ended.problem().strip())));
            } else if (next instanceof Happening.Gone gone) {
                throw new WorkerException("%s: %s".formatted(launch.label(), gone.problem()));
            }
        }
    }

    private synchronized boolean isLast(TaskSession session) {
        return !sessions.isEmpty() && sessions.get(sessions.size() - 1) == session;
    }

    private Optional<SortedMap<String, String>> came(Happening.Came came) throws WorkerException, IOException {
        new TaskResults(launch, came.files()).take(came.end().how() == TaskEnd.How.DONE);
        left(came.session());
        came.session().confirm();
        String message = came.end().message() + "\nHost: " + came.session().executor();
        switch (came.end().how()) {
            case LOST -> {
                log.warn("%s: the worker on %s was lost. The step runs again."
                        .formatted(launch.label(), came.session().executor()));
                lost = Optional.of(message);
                return Optional.empty();
            }
            case FAILED -> throw new WorkerException(message);
            case DONE -> {
                SortedMap<String, String> facts = new TreeMap<>(came.end().machine());
                facts.put("host", came.session().host());
                return Optional.of(facts);
            }
        }
        throw new IllegalStateException(String.valueOf(came.end().how()));
    }

    /** Ends what executors are still at. */
    void close() throws IOException {
        List<TaskSession> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(sessions);
        }
        for (TaskSession session : open) {
            session.close();
        }
        removeMarks();
    }
}
