package io.github.distillmaven.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

import io.github.distillmaven.text.ForeignText;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/** Puts into words why a request failed, and says whether another try may help. */
public final class HttpFailure {

    private HttpFailure() {}

    /** An answer that may be another one soon. */
    public static final class Unavailable extends IOException {

        /** With the status as its message. */
        public Unavailable(int status) {
            super("HTTP " + status);
        }

        /** Whether a server that answers so may answer otherwise soon. */
        public static boolean is(int status) {
            return status >= 500 || status == 408 || status == 429;
        }
    }

    /** Why an answer is not the wanted one, in words without a full stop. */
    public static String reason(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status == 407) {
            return "HTTP 407: the proxy wants a user and a password, see <proxy> in settings.xml";
        }
        if (status / 100 == 3 && response.containsHeader(HttpHeaders.LOCATION)) {
            return ForeignText.line("HTTP %s: a redirect from https to %s is not followed"
                    .formatted(
                            status,
                            response.getFirstHeader(HttpHeaders.LOCATION).getValue()));
        }
        return "HTTP " + status;
    }

    /** Whether the same request may succeed in a moment. */
    public static boolean isPassing(IOException failure) {
        return !(failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ClientProtocolException
                || failure instanceof SSLException);
    }

    /** What a failure says. The library formats its numbers by the machine's locale: here they have the digits 0 to 9. */
    public static String message(IOException failure) {
        return String.valueOf(failure.getMessage())
                .codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Why a request failed, in words without a full stop.
     *
     * @param stallTimeout longest wait for the next bytes
     */
    public static String reason(IOException failure, Duration stallTimeout) {
        return ForeignText.line(words(failure, stallTimeout));
    }

    private static String words(IOException failure, Duration stallTimeout) {
        if (failure instanceof Unavailable
                || failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException) {
            return message(failure);
        }
        if (failure instanceof UnknownHostException) {
            return "unknown host " + String.valueOf(failure.getMessage()).replaceFirst(":.*", "");
        }
        if (failure instanceof SocketTimeoutException) {
            return Pace.stalled(stallTimeout);
        }
        if (failure instanceof SSLException) {
            return "no secure connection: " + failure.getMessage();
        }
        if (failure instanceof ClientProtocolException && failure.getCause() != null) {
            return "against the rules of HTTP: " + failure.getCause().getMessage();
        }
        return "connection lost: " + message(failure);
    }
}
