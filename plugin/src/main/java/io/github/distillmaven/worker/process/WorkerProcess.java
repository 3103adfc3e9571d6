package io.github.distillmaven.worker.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.distillmaven.worker.Assignment;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.ExitCode;
import io.github.distillmaven.worker.NativesFolder;
import io.github.distillmaven.worker.WorkerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worker's end of the forked JVM: connects to the build over loopback, answers its requests one after the other, reports to it, and ends
 * the JVM with an {@link ExitCode} when one fails or the build wants no more. The standard streams carry no protocol, for native code may
 * write there: only a mark ends what belongs to a request.
 */
public final class WorkerProcess {

    private final JsonMapper json = JsonMapper.shared();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final Socket build;
    private final byte[] mark;

    private WorkerProcess(Socket build, byte[] mark) {
        this.build = build;
        this.mark = mark;
    }

    /**
     * Runs a task for each request and then ends the JVM; never returns.
     *
     * @param args of the main class: the path of the file that says how the build is reached
     * @param task the work
     */
    public static void run(String[] args, WorkerTask task) {
        end(start(args, task));
    }

    private static ExitCode start(String[] args, WorkerTask task) {
        try {
            Assignment assignment = JsonMapper.shared().readValue(Path.of(args[0]), Assignment.class);
            // Never closed here: the end of the connection is to mean the end of this process.
            Socket build = BuildConnection.open(assignment);
            return new WorkerProcess(build, assignment.mark()).serve(task);
        } catch (IOException | JacksonException e) {
            e.printStackTrace();
            return ExitCode.NOT_STARTED;
        } catch (InterruptedException e) {
            return ExitCode.INTERNAL;
        } catch (OutOfMemoryError e) {
            // Not even the report found room; the code alone has to tell.
            return FailureClassifier.isOfThreads(e) ? ExitCode.NO_THREADS : ExitCode.OUT_OF_MEMORY;
        }
    }

    private ExitCode serve(WorkerTask task) throws InterruptedException {
        Thread reader = new Thread(this::readRequests, "read-requests");
        reader.setDaemon(true);
        reader.start();
        ExitCode code = ExitCode.FINISHED;
        while (code == ExitCode.FINISHED) {
            code = run(json.readValue(requests.take(), WorkerRequest.class), task);
        }
        return code;
    }

    private ExitCode run(WorkerRequest request, WorkerTask task) {
        try {
            task.run(request, this::send);
            markTheEnd();
            send(new Event.Finished());
            return ExitCode.FINISHED;
        } catch (Throwable failure) {
            failure.printStackTrace();
            Event.Failed event = new FailureClassifier(request.output(), System.getProperty(NativesFolder.PROPERTY))
                    .classify(failure);
            send(event);
            return ExitCode.of(event.kind());
        }
    }

    private void markTheEnd() {
        System.err.flush();
        System.out.write(mark, 0, mark.length);
        System.out.flush();
    }

    /** Ends this process with the connection. */
    private void readRequests() {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(build.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                requests.add(line);
            }
        } catch (IOException e) {
            // A connection that broke says the same as one that was closed.
        } catch (OutOfMemoryError e) {
            end(ExitCode.OUT_OF_MEMORY);
        }
        end(ExitCode.BUILD_GONE);
    }

    private synchronized void send(Event event) {
        byte[] line = (json.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            build.getOutputStream().write(line);
        } catch (IOException e) {
            end(ExitCode.BUILD_GONE);
        }
    }

    /** Ends at once: a shutdown hook of a library must not keep a worker alive. */
    private static void end(ExitCode code) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code.number());
    }
}
