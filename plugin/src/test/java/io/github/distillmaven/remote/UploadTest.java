package io.github.distillmaven.remote;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpHandler;
import io.github.distillmaven.http.LocalServer;
import io.github.distillmaven.http.ServerLogin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("An upload that the remote does not take")
class UploadTest extends RemoteTest {

    @ParameterizedTest
    @ValueSource(ints = {405, 409, 413, 500, 507})
    void is_the_last_one_but_reading_goes_on(int status) throws Exception {
        refuses(KEY, status);
        keeps("4e").set(archive());

        assertThat(remote().send(KEY, entry)).isFalse();
        assertThat(remote().send("2f", entry)).isFalse();
        assertThat(remote().fetch("4e", folder)).isTrue();

        assertThat(warnings).containsExactly(notTaken(KEY, "HTTP " + status));
        assertThat(requests())
                .containsExactly("HEAD " + path(KEY), "PUT " + path(KEY), "HEAD " + path(KEY), "GET " + path("4e"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void for_want_of_a_right_says_so(int status) throws Exception {
        refuses(KEY, status);

        assertThat(remote().send(KEY, entry)).isFalse();

        assertThat(warnings)
                .containsExactly(notTaken(
                        KEY,
                        ("HTTP %s: the <server> distill.remote in settings.xml needs "
                                        + "a user and a password that may write there")
                                .formatted(status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409})
    void because_another_build_was_faster_is_fine(int status) throws Exception {
        byte[] others = archive();
        server.on(path(KEY), exchange -> {
            boolean put = exchange.getRequestMethod().equals("PUT");
            if (put) {
                keeps(KEY).set(others);
            }
            LocalServer.send(exchange, put ? status : 404, new byte[0]);
        });

        assertThat(remote().send(KEY, entry)).isTrue();

        assertThat(warnings).isEmpty();
        assertThat(requests()).containsExactly("HEAD " + path(KEY), "PUT " + path(KEY), "HEAD " + path(KEY));
    }

    @Test
    void because_it_expects_an_answer_first_is_sent_without_and_so_are_the_next() throws Exception {
        AtomicReference<byte[]> kept = keeps(KEY);
        AtomicReference<byte[]> other = keeps("2f");
        for (String key : List.of(KEY, "2f")) {
            HttpHandler repository = server.handlerOf(path(key));
            server.on(path(key), exchange -> {
                if (exchange.getRequestHeaders().containsKey("Expect")) {
                    LocalServer.send(exchange, 417, new byte[0]);
                } else {
                    repository.handle(exchange);
                }
            });
        }
        RemoteStore remote = remote();

        assertThat(remote.send(KEY, entry)).isTrue();
        assertThat(remote.send("2f", entry)).isTrue();

        assertThat(kept.get()).isEqualTo(archive());
        assertThat(other.get()).isEqualTo(archive());
        assertThat(warnings).isEmpty();
        assertThat(requests())
                .containsExactly(
                        "HEAD " + path(KEY),
                        "PUT " + path(KEY),
                        "PUT " + path(KEY),
                        "HEAD " + path("2f"),
                        "PUT " + path("2f"));
    }

    @Test
    void to_a_server_that_never_takes_one_is_refused_in_its_words() throws Exception {
        refuses(KEY, 417);

        assertThat(remote().send(KEY, entry)).isFalse();

        assertThat(warnings).containsExactly(notTaken(KEY, "HTTP 417"));
    }

    @Test
    void is_tried_where_nobody_answers_what_is_there() throws Exception {
        server.on(path(KEY), exchange -> {
            boolean put = exchange.getRequestMethod().equals("PUT");
            LocalServer.send(exchange, put ? 204 : 405, new byte[0]);
        });

        assertThat(remote().send(KEY, entry)).isTrue();
    }

    @Test
    void is_waited_for_once_if_the_server_is_silent() throws Exception {
        puts(KEY, exchange -> server.awaitClosing());

        assertGivenUp();
    }

    @Test
    void is_waited_for_once_if_the_server_does_not_read() throws Exception {
        byte[] noise = new byte[900_000]; // more than the buffers of a connection hold
        new Random(1).nextBytes(noise);
        Files.write(entry.resolve("labels"), noise);
        puts(KEY, exchange -> {
            exchange.getRequestBody().readNBytes(10);
            server.awaitClosing();
        });

        assertGivenUp();
    }

    private void assertGivenUp() throws Exception {
        // So slow a pace is enough: what was sent before the silence may fall into the time that is judged.
        RemoteLimits anyPace = new RemoteLimits(IMPATIENT, 1, PATIENT, PATIENT, 1_000_000, 20);
        RemoteStore remote = remote(online(PATIENT), ServerLogin.none(), anyPace);
        long start = System.nanoTime();

        assertThat(remote.send(KEY, entry)).isFalse();
        assertThat(remote.send("2f", entry)).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENT.dividedBy(2));
        assertThat(warnings).containsExactly(notTaken(KEY, "nothing came or went for 0.5 s"));
        assertThat(requests()).containsExactly("HEAD " + path(KEY), "PUT " + path(KEY));
        assertThat(health.isReadable()).isTrue();
    }

    @Test
    void does_not_delay_an_interruption() {
        Thread build = Thread.currentThread();
        puts(KEY, exchange -> {
            build.interrupt();
            server.awaitClosing();
        });

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> remote().send(KEY, entry));
        assertThat(warnings).isEmpty();
        assertThat(health.isWritable()).isTrue();
    }

    private void refuses(String key, int status) {
        puts(key, exchange -> LocalServer.send(exchange, status, new byte[0]));
    }

    /** Has nothing, and answers a PUT as it is told. */
    private void puts(String key, HttpHandler answer) {
        server.on(path(key), exchange -> {
            if (exchange.getRequestMethod().equals("PUT")) {
                answer.handle(exchange);
            } else {
                LocalServer.send(exchange, 404, new byte[0]);
            }
        });
    }
}
