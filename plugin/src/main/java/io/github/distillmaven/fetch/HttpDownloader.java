package io.github.distillmaven.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.HttpFailure;
import io.github.distillmaven.http.MavenHttpClient;
import io.github.distillmaven.http.Pace;
import io.github.distillmaven.http.PacedRequests;
import io.github.distillmaven.http.TooSlowException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;

/** Downloads over http and https, going on where an earlier download stopped. A server that is too slow is given up. */
final class HttpDownloader implements AutoCloseable {

    private static final int TRIES = 3;

    /** Slower than any line that somebody would wait for; with MNIST it would take an hour and a half. */
    private static final long FEWEST_BYTES_PER_SECOND = 2_000;

    /** After so many bytes a silence may be a passing one. */
    private static final long WORTH_ANOTHER_TRY = 1 << 16;

    /** How long a download may take is for the user to say: it shows its progress, and goes on in the next build. */
    private static final Duration PATIENCE = Duration.ofDays(365);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final ConnectionSettings settings;
    private final Pause pause;
    private final SilentHosts silent;
    private final PacedRequests requests = new PacedRequests(news -> {}); // whoever downloads hears of the bytes
    private final CloseableHttpClient client;

    /**
     * Opens a downloader.
     *
     * @param settings how the network is reached
     * @param mirror whose login its host is shown
     * @param silent hosts that are not waited for again
     * @param pause between two tries
     */
    HttpDownloader(ConnectionSettings settings, Optional<Mirror> mirror, SilentHosts silent, Pause pause) {
        this.settings = settings;
        this.silent = silent;
        this.pause = pause;
        this.client = mirror.filter(Mirror::isWeb)
                .map(own -> MavenHttpClient.with(settings, own.root(), own.login()))
                .orElseGet(() -> MavenHttpClient.with(settings));
    }

    /** Hears of a download's bytes. */
    @FunctionalInterface
    interface BytesListener {

        void at(long done, long total);
    }

    /**
     * Downloads a candidate into a partial file, which is complete afterwards. If the network fails the file keeps what
     * has come.
     *
     * @return whether the file goes on from an earlier one
     */
    boolean download(Candidate candidate, PartialFile part, BytesListener progress)
            throws SourceException, FetchException, InterruptedException {
        silent.refuse(candidate.address());
        for (int tries = 1; ; tries++) {
            Pace pace = new Pace(settings.stallTimeout(), FEWEST_BYTES_PER_SECOND, PATIENCE);
            try {
                return request(candidate, part, pace, progress);
            } catch (TooSlowException e) {
                requireAnotherTry(candidate, pace, tries, e.getMessage());
            } catch (SocketTimeoutException e) {
                requireAnotherTry(candidate, pace, tries, HttpFailure.reason(e, settings.stallTimeout()));
            } catch (IOException e) {
                if (tries == TRIES || !HttpFailure.isPassing(e)) {
                    throw new SourceException(tried(HttpFailure.reason(e, settings.stallTimeout()), tries));
                }
            }
            pause.take(FIRST_PAUSE.multipliedBy(tries));
        }
    }

    /** A server that is slow or silent costs much time, so it gets another try only if it did well before. */
    private void requireAnotherTry(Candidate candidate, Pace pace, int tries, String reason) throws SourceException {
        if (pace.bytes() == 0) {
            silent.add(candidate.address());
        }
        if (pace.bytes() < WORTH_ANOTHER_TRY || tries == TRIES) {
            throw new SourceException(tried(reason, tries));
        }
    }

    private static String tried(String reason, int tries) {
        return tries == 1 ? reason : reason + " (tried %s times)".formatted(tries);
    }

    private boolean request(Candidate candidate, PartialFile part, Pace pace, BytesListener progress)
            throws IOException, SourceException, FetchException, TooSlowException, InterruptedException {
        Optional<PartialFile.Start> start = part.startFor(candidate.address());
        HttpGet request = new HttpGet(candidate.address());
        start.ifPresent(from -> {
            request.setHeader(HttpHeaders.RANGE, "bytes=" + from.length() + "-");
            request.setHeader(HttpHeaders.IF_RANGE, from.validator());
        });
        Optional<Boolean> resumed =
                exchange(request, pace, () -> answer(request, candidate, part, start, pace, progress));
        if (resumed.isPresent()) {
            return resumed.get();
        }
        part.delete();
        return request(candidate, part, pace, progress);
    }

    private <T> T exchange(HttpGet request, Pace pace, Callable<T> exchange)
            throws IOException, SourceException, FetchException, TooSlowException, InterruptedException {
        try {
            return requests.run(request, pace, exchange);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException lost) {
                throw lost;
            }
            if (e.getCause() instanceof SourceException refused) {
                throw refused;
            }
            if (e.getCause() instanceof FetchException unwritable) {
                throw unwritable;
            }
            // Whatever a hostile server makes the client trip over must not end the build.
            throw new SourceException("its answer made a request fail with " + e.getCause());
        }
    }

    /** Whether the file goes on from an earlier one; empty if the server does not go on from there. */
    private Optional<Boolean> answer(
            HttpGet request,
            Candidate candidate,
            PartialFile part,
            Optional<PartialFile.Start> start,
            Pace pace,
            BytesListener progress)
            throws IOException, SourceException, FetchException {
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            int status = response.getCode();
            if (status == HttpStatus.SC_OK) {
                part.begin(candidate.address(), validator(response));
                receive(request, response, candidate, part, 0, pace, progress);
                return Optional.of(false);
            }
            if (start.isPresent() && continues(response, start.get())) {
                receive(request, response, candidate, part, start.get().length(), pace, progress);
                return Optional.of(true);
            }
            if (HttpFailure.Unavailable.is(status)) {
                throw new HttpFailure.Unavailable(status);
            }
            boolean rangeRefused =
                    status == HttpStatus.SC_REQUESTED_RANGE_NOT_SATISFIABLE || status == HttpStatus.SC_PARTIAL_CONTENT;
            if (start.isEmpty() || !rangeRefused) {
                throw refusal(response);
            }
            return Optional.empty();
        } catch (IOException | SourceException | FetchException e) {
            request.abort(); // closing a response reads it to its end, which may never come
            throw e;
        }
    }

    /** Why an answer that is not the file will not change. */
    private static SourceException refusal(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status == 404 || status == 410) {
            return SourceException.absent("not found (HTTP %s)".formatted(status));
        }
        if (status == 401) {
            return new SourceException(
                    "HTTP 401: a user and a password are wanted; a mirror's are the <server> distill.mirror in settings.xml");
        }
        return new SourceException(HttpFailure.reason(response));
    }

    private static boolean continues(ClassicHttpResponse response, PartialFile.Start start) {
        Header range = response.getFirstHeader(HttpHeaders.CONTENT_RANGE);
        return response.getCode() == HttpStatus.SC_PARTIAL_CONTENT
                && range != null
                && range.getValue().startsWith("bytes %s-".formatted(start.length()));
    }

    /** What If-Range takes: a strong ETag, or else the modification date. */
    private static Optional<String> validator(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.ETAG))
                .map(Header::getValue)
                .filter(tag -> tag.startsWith("\""))
                .or(() -> Optional.ofNullable(response.getFirstHeader(HttpHeaders.LAST_MODIFIED))
                        .map(Header::getValue));
    }

    private static void receive(
            HttpGet request,
            ClassicHttpResponse response,
            Candidate candidate,
            PartialFile part,
            long start,
            Pace pace,
            BytesListener progress)
            throws IOException, SourceException, FetchException {
        if (response.getEntity() == null) {
            throw new SourceException("an empty answer");
        }
        long announced = response.getEntity().getContentLength();
        long total = announced < 0 ? candidate.bytes() : start + announced;
        try (OutputFile out = part.append()) {
            InputStream content = response.getEntity().getContent();
            byte[] buffer = new byte[1 << 16];
            long done = start;
            for (int length; (length = content.read(buffer)) >= 0; ) {
                done += length;
                if (done > candidate.downloadLimit()) {
                    throw new SourceException("larger than %s bytes, published with %s"
                            .formatted(candidate.downloadLimit(), candidate.bytes()));
                }
                out.write(buffer, length);
                pace.moved(length);
                progress.at(done, total);
            }
        } catch (SourceException e) {
            request.abort();
            part.delete();
            throw e;
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        requests.close();
    }
}
