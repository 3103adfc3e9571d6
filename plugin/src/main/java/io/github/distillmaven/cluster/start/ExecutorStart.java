package io.github.distillmaven.cluster.start;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** Begins a task on an executor: gets our own jars from the build, and hands over to what is in them, apart from what the engine loads. */
public final class ExecutorStart {

    private static final String AGENT = "io.github.distillmaven.cluster.executor.TaskAgent";
    private static final int PATIENCE_MILLIS = 10_000;

    /** By class path: one for all tasks of a build, so that workers can wait for the next. */
    private static final Map<List<Path>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    private static final AtomicReference<@Nullable ExecutorFolder> FOLDER = new AtomicReference<>();

    private ExecutorStart() {}

    /**
     * Does a task.
     *
     * @param executor names this executor in messages
     * @throws IOException if the task may well succeed elsewhere, or later
     */
    public static void run(TaskTicket ticket, String executor) throws IOException {
        try (Socket build = new Socket(Proxy.NO_PROXY)) {
            build.setTcpNoDelay(true);
            build.setKeepAlive(true);
            build.connect(new InetSocketAddress(ticket.host(), ticket.port()), PATIENCE_MILLIS);
            DataInputStream in = new DataInputStream(new BufferedInputStream(build.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(build.getOutputStream()));
            out.writeUTF(ticket.token());
            out.writeUTF(ticket.task());
            out.writeUTF(executor);
            out.flush();
            ExecutorFolder folder = folder();
            List<Path> classpath = new ArrayList<>();
            TaskBeginning beginning = TaskBeginning.read(in);
            for (SentFile file : beginning.classpath()) {
                classpath.add(folder.file(file, in, out));
            }
            ClassLoader loader = LOADERS.computeIfAbsent(classpath, ExecutorStart::loader);
            Thread.currentThread().setContextClassLoader(loader);
            Method run = Class.forName(AGENT, true, loader)
                    .getMethod("run", String.class, DataInputStream.class, DataOutputStream.class, Path.class);
            run.invoke(null, beginning.order(), in, out, folder.path());
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the build sent other jars than expected: " + e, e);
        }
    }

    private static synchronized ExecutorFolder folder() throws IOException {
        if (FOLDER.get() == null) {
            FOLDER.set(ExecutorFolder.ofThisJvm());
        }
        return Objects.requireNonNull(FOLDER.get());
    }

    private static ClassLoader loader(List<Path> classpath) {
        try {
            List<URL> urls = new ArrayList<>();
            for (Path jar : classpath) {
                urls.add(jar.toUri().toURL());
            }
            return new URLClassLoader("distill", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
