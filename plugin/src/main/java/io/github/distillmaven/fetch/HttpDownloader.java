package io.github.distillmaven.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.HttpFailure;
import io.github.distillmaven.http.MavenHttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;

/** Downloads over http and https, going on where an earlier download stopped. */
final class HttpDownloader implements AutoCloseable {

    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final ConnectionSettings settings;
    private final Pause pause;
    private final CloseableHttpClient client;

    /**
     * Opens a downloader.
     *
     * @param settings how the network is reached
     * @param mirror whose login its host is shown
     * @param pause between two tries
     */
    HttpDownloader(ConnectionSettings settings, Optional<Mirror> mirror, Pause pause) {
        this.settings = settings;
        this.pause = pause;
        this.client = mirror.filter(Mirror::isWeb)
                .map(own -> MavenHttpClient.with(settings, own.root(), own.login()))
                .orElseGet(() -> MavenHttpClient.with(settings));
    }

    /** Hears of a download's bytes. */
    @FunctionalInterface
    interface Progress {

        void at(long done, long total);
    }

    /**
     * Downloads a candidate into a partial file, which is complete afterwards. If the network fails the file keeps what
     * has come.
     *
     * @return whether the file goes on from an earlier one
     */
    boolean download(Candidate candidate, PartialFile part, Progress progress)
            throws SourceException, FetchException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return request(candidate, part, progress);
            } catch (IOException e) {
                if (tries == TRIES || !HttpFailure.isPassing(e)) {
                    String reason = HttpFailure.reason(e, settings.stallTimeout());
                    throw new SourceException(tries == 1 ? reason : reason + " (tried %s times)".formatted(tries));
                }
            }
            pause.take(FIRST_PAUSE.multipliedBy(tries));
        }
    }

    private boolean request(Candidate candidate, PartialFile part, Progress progress)
            throws IOException, SourceException, FetchException {
        URI address = candidate.address();
        Optional<PartialFile.Start> start = part.startFor(address);
        HttpGet request = new HttpGet(address);
        start.ifPresent(from -> {
            request.setHeader(HttpHeaders.RANGE, "bytes=%s-".formatted(from.length()));
            request.setHeader(HttpHeaders.IF_RANGE, from.validator());
        });
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            int status = response.getCode();
            if (status == HttpStatus.SC_OK) {
                part.begin(address, validator(response));
                receive(request, response, candidate, part, 0, progress);
                return false;
            }
            if (start.isPresent() && continues(response, start.get())) {
                receive(request, response, candidate, part, start.get().length(), progress);
                return true;
            }
            if (HttpFailure.Unavailable.is(status)) {
                throw new HttpFailure.Unavailable(status);
            }
            boolean rangeRefused =
                    status == HttpStatus.SC_REQUESTED_RANGE_NOT_SATISFIABLE || status == HttpStatus.SC_PARTIAL_CONTENT;
            if (start.isEmpty() || !rangeRefused) {
                throw refusal(response);
            }
        }
        part.delete();
        return request(candidate, part, progress);
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
            Progress progress)
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
                progress.at(done, total);
            }
        } catch (SourceException e) {
            request.abort(); // closing a response reads it to its end, which may never come
            part.delete();
            throw e;
        } catch (FetchException e) {
            request.abort();
            throw e;
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
