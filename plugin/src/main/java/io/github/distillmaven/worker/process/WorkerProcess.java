package io.github.distillmaven.worker.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.distillmaven.worker.Assignment;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.ExitCode;
import io.github.distillmaven.worker.NativesFolder;
import io.github.distillmaven.worker.WorkerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worker's end of the forked JVM: reads the request, reports to the build over a loopback connection, runs the task
 * and ends the JVM with an {@link ExitCode}. The standard streams carry no protocol: native code may write there.
 */
public final class WorkerProcess {

    private static final byte[] LOCALHOST = {127, 0, 0, 1};

    private final JsonMapper json = JsonMapper.shared();
    private final Socket build;

    private WorkerProcess(Socket build) {
        this.build = build;
    }

    /**
     * Runs a task and ends the JVM; never returns.
     *
     * @param args of the main class: the path of the request file
     * @param task the work
     */
    public static void run(String[] args, WorkerTask task) {
        end(start(args, task));
    }

    private static ExitCode start(String[] args, WorkerTask task) {
        try {
            Assignment assignment = JsonMapper.shared().readValue(Path.of(args[0]), Assignment.class);
            // Never closed here: the end of the connection is to mean the end of this process.
            Socket build = connect(assignment);
            return new WorkerProcess(build).run(assignment.request(), task);
        } catch (IOException | JacksonException e) {
            e.printStackTrace();
            return ExitCode.NOT_STARTED;
        } catch (OutOfMemoryError e) {
            // Not even the report found room; the code alone has to tell.
            return FailureClassifier.isOfThreads(e) ? ExitCode.NO_THREADS : ExitCode.OUT_OF_MEMORY;
        }
    }

    private static Socket connect(Assignment assignment) throws IOException {
        Socket build = new Socket(Proxy.NO_PROXY);
        build.setTcpNoDelay(true);
        build.connect(new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), assignment.port()));
        build.getOutputStream().write((assignment.token() + "\n").getBytes(StandardCharsets.US_ASCII));
        return build;
    }

    private ExitCode run(WorkerRequest request, WorkerTask task) {
        Thread watch = new Thread(this::endWithTheBuild, "watch-build");
        watch.setDaemon(true);
        watch.start();
        try {
            task.run(request, this::send);
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

    private void endWithTheBuild() {
        try {
            InputStream in = build.getInputStream();
            while (in.read() >= 0) {
                // The build sends nothing: only the end of the stream counts.
            }
        } catch (IOException e) {
            // A connection that broke says the same as one that was closed.
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
