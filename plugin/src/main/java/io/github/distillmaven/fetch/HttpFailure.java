package io.github.distillmaven.fetch;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/** Puts into words why a request failed, and says whether another try may help. */
final class HttpFailure {

    private HttpFailure() {}

    /** An answer that may be another one soon. */
    static final class Unavailable extends IOException {

        Unavailable(int status) {
            super("HTTP " + status);
        }

        static boolean is(int status) {
            return status >= 500 || status == 408 || status == 429;
        }
    }

    /** Why an answer that is not the file will not change. */
    static SourceException of(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status == 404 || status == 410) {
            return SourceException.absent("not found (HTTP %d)".formatted(status));
        }
        if (status == 407) {
            return new SourceException("HTTP 407: the proxy wants a user and a password, see <proxy> in settings.xml");
        }
        if (status == 401) {
            return new SourceException(
                    "HTTP 401: a user and a password are wanted; a mirror's are the <server> distill.mirror in settings.xml");
        }
        if (response.containsHeader(HttpHeaders.LOCATION)) {
            return new SourceException("HTTP %d: a redirect from https to %s is not followed"
                    .formatted(
                            status,
                            response.getFirstHeader(HttpHeaders.LOCATION).getValue()));
        }
        return new SourceException("HTTP " + status);
    }

    /** Whether the same request may succeed in a moment. */
    static boolean isPassing(IOException failure) {
        return !(failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ClientProtocolException
                || failure instanceof SSLException);
    }

    static String reason(IOException failure, Duration stallTimeout) {
        if (failure instanceof Unavailable
                || failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException) {
            return failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "unknown host " + failure.getMessage().split(":")[0];
        }
        if (failure instanceof SocketTimeoutException) {
            return "timed out: nothing received for %s s".formatted(seconds(stallTimeout));
        }
        if (failure instanceof SSLException) {
            return "no secure connection: " + failure.getMessage();
        }
        if (failure instanceof ClientProtocolException && failure.getCause() != null) {
            return "against the rules of HTTP: " + failure.getCause().getMessage();
        }
        return "connection lost: " + failure.getMessage();
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
