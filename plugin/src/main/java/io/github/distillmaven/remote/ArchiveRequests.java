package io.github.distillmaven.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.HttpFailure;
import io.github.distillmaven.http.MavenHttpClient;
import io.github.distillmaven.http.Pace;
import io.github.distillmaven.http.PacedRequests;
import io.github.distillmaven.http.ServerLogin;
import io.github.distillmaven.http.TooSlowException;
import io.github.distillmaven.http.WebPage;
import org.apache.commons.io.IOUtils;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;

/** The three requests that a remote store needs to understand: HEAD, GET and PUT. Each is cut off when it is too slow. */
final class ArchiveRequests implements AutoCloseable {

    /** An unwanted body is read up to here, so that its connection can be used again. */
    private static final int UNWANTED_BYTES = 1 << 16;

    private final ConnectionSettings settings;
    private final RemoteLimits limits;
    private final CloseableHttpClient client;
    private final RemoteHealth health;
    private final PacedRequests runner;
    private volatile boolean expectingContinue = true;

    /**
     * Asks nothing yet.
     *
     * @param health is told the time that is lost
     * @param news told how far a long request is
     */
    ArchiveRequests(
            RemoteAddress address,
            ConnectionSettings settings,
            ServerLogin login,
            RemoteLimits limits,
            RemoteHealth health,
            Consumer<String> news) {
        this.settings = settings;
        this.limits = limits;
        this.health = health;
        this.runner = new PacedRequests(news);
        this.client = MavenHttpClient.with(settings, address.root(), login);
    }

    /** Makes something of an answer. */
    @FunctionalInterface
    private interface Answer<T> {

        T read(ClassicHttpResponse response) throws RemoteFailure, IOException;
    }

    /**
     * Whether the remote has an archive. A server that does not understand the question is taken to have none; so is one that
     * forbids, as buckets do that lack it and do not want to tell.
     */
    boolean has(URI archive) throws RemoteFailure, InterruptedException {
        return exchange(new HttpHead(archive), limits.pace(), response -> switch (response.getCode()) {
            case 200, 204 -> {
                refuseWebPage(response);
                yield true;
            }
            case 403 -> {
                health.addForbidden(archive);
                yield false;
            }
            case 404, 405, 410, 501 -> false;
            default -> throw RemoteFailure.outage(reason(response, "read"));
        });
    }

    /**
     * Downloads an archive.
     *
     * @param file made if there is an archive, and left behind then, whole or not
     * @return whether there is one
     */
    boolean get(URI archive, Path file) throws RemoteFailure, InterruptedException {
        Pace pace = limits.pace();
        HttpGet request = new HttpGet(archive);
        return exchange(request, pace, response -> switch (response.getCode()) {
            case 200 -> {
                refuseWebPage(response);
                receive(response.getEntity(), file, pace);
                yield true;
            }
            case 403 -> {
                health.addForbidden(archive);
                skip(request, response.getEntity());
                yield false;
            }
            case 404, 410 -> {
                skip(request, response.getEntity());
                yield false;
            }
            default -> throw RemoteFailure.outage(reason(response, "read"));
        });
    }

    /** Uploads an archive. A refusal is one of kind {@link RemoteFailure.Kind#REFUSAL}. */
    void put(URI address, FolderArchive archive) throws RemoteFailure, InterruptedException {
        boolean expecting = expectingContinue;
        int status = tryPut(address, archive, expecting);
        if (status == HttpStatus.SC_EXPECTATION_FAILED && expecting) {
            expectingContinue = false;
            tryPut(address, archive, false);
        }
    }

    /**
     * Sends the archive once.
     *
     * @param expecting whether the server is asked before the archive goes
     * @return the status, which is a success or says that the server does not answer such questions
     */
    private int tryPut(URI address, FolderArchive archive, boolean expecting)
            throws RemoteFailure, InterruptedException {
        Pace pace = limits.pace();
        HttpPut request = new HttpPut(address);
        request.setEntity(new ArchiveEntity(archive, pace));
        if (!expecting) {
            request.setConfig(MavenHttpClient.withoutExpectation(settings));
        }
        return exchange(request, pace, response -> {
            skip(request, response.getEntity());
            int status = response.getCode();
            if (status / 100 != 2 && !(expecting && status == HttpStatus.SC_EXPECTATION_FAILED)) {
                throw RemoteFailure.refusal(reason(response, "write"));
            }
            return status;
        });
    }

    private <T> T exchange(HttpUriRequestBase request, Pace pace, Answer<T> answer)
            throws RemoteFailure, InterruptedException {
        try {
            return runner.run(request, pace, () -> answered(request, answer));
        } catch (TooSlowException e) {
            throw RemoteFailure.outage(e.getMessage());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemoteFailure failure) {
                throw failure;
            }
            // Whatever a hostile server makes the client trip over must not end the build.
            throw RemoteFailure.outage("its answer made a request fail with " + e.getCause());
        } finally {
            health.addLost(pace.lost());
        }
    }

    private <T> T answered(HttpUriRequestBase request, Answer<T> answer) throws RemoteFailure {
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            try {
                return answer.read(response);
            } catch (IOException | RemoteFailure e) {
                request.abort(); // closing a response reads it to its end, which may never come
                throw e;
            } finally {
                IOUtils.closeQuietly(response);
            }
        } catch (IOException e) {
            throw RemoteFailure.outage(HttpFailure.reason(e, settings.stallTimeout()));
        }
    }

    /** Reads what is left to read of an answer if it is not too much. */
    private static void skip(HttpUriRequestBase request, HttpEntity body) throws IOException {
        if (body != null && body.getContent().readNBytes(UNWANTED_BYTES).length == UNWANTED_BYTES) {
            request.abort();
        }
    }

    private static void refuseWebPage(ClassicHttpResponse response) throws RemoteFailure {
        String type = response.containsHeader("Content-Type")
                ? response.getFirstHeader("Content-Type").getValue()
                : "";
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            throw RemoteFailure.outage("it sends " + WebPage.REASON);
        }
    }

    private static String reason(ClassicHttpResponse response, String right) {
        int status = response.getCode();
        if (status == 401 || status == 403) {
            return "HTTP %s: the <server> distill.remote in settings.xml needs a user and a password that may %s there"
                    .formatted(status, right);
        }
        return HttpFailure.reason(response);
    }

    private void receive(HttpEntity body, Path file, Pace pace) throws RemoteFailure, IOException {
        pace.moved(0); // makes no file if nobody waits any more
        try (OutputStream out = create(file)) {
            if (body == null) {
                return;
            }
            InputStream content = body.getContent();
            byte[] buffer = new byte[1 << 16];
            long done = 0;
            for (int length; (length = read(content, buffer)) >= 0; ) {
                done += length;
                if (done > limits.bytes()) {
                    throw RemoteFailure.badArchive("it is larger than %s bytes".formatted(limits.bytes()));
                }
                write(out, buffer, length, file);
                pace.moved(length);
            }
        }
    }

    /** Breaking off is taken for a trait of this archive: the server does answer, and a stuck one costs no time. */
    private static int read(InputStream content, byte[] buffer) throws RemoteFailure, IOException {
        try {
            return content.read(buffer);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw RemoteFailure.badArchive("it broke off (%s)".formatted(HttpFailure.message(e)));
        }
    }

    private static OutputStream create(Path file) throws RemoteFailure {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length, Path file) throws RemoteFailure {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static RemoteFailure cannotWrite(Path file, IOException e) {
        return RemoteFailure.outage("its archives cannot be written to %s: %s (%s)"
                .formatted(file.getParent(), e.getClass().getSimpleName(), e.getMessage()));
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        runner.close();
    }
}
