package io.github.distillmaven.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.distillmaven.http.LocalServer;
import io.github.distillmaven.http.ServerLogin;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A remote that does not work")
class DeadRemoteTest extends RemoteTest {

    @Test
    void is_warned_of_once_for_all_keys_and_goals_of_a_build() throws Exception {
        String address = server.address("/repository/");
        server.close();

        for (String key : "0123456789".split("")) {
            RemoteStore remote = remote(address, online(PATIENT), ServerLogin.none(), limits(PATIENT));
            assertThat(remote.fetch(key, folder)).isFalse();
            assertThat(remote.send(key, entry)).isFalse();
        }

        assertThat(warnings)
                .containsExactly(cannotBeUsed(
                        "Connect to http://127.0.0.1:%s failed: Connection refused".formatted(server.port())));
        assertNothingIsLeft();
    }

    @Test
    void may_be_unknown() throws Exception {
        remote("https://remote.invalid", online(PATIENT), ServerLogin.none(), limits(PATIENT))
                .fetch(KEY, folder);

        assertThat(warnings)
                .containsExactly("The remote store https://remote.invalid/ (distill.remote) cannot be used: "
                        + "unknown host remote.invalid. The build goes on without it.");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 429, 500, 503})
    void is_asked_once(int status) throws Exception {
        server.fails(path(KEY), status);

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().send(KEY, entry)).isFalse();

        assertThat(warnings).containsExactly(cannotBeUsed("HTTP " + status));
        assertThat(requests()).containsExactly("GET " + path(KEY));
        assertNothingIsLeft();
    }

    @Test
    void says_where_the_password_belongs() throws Exception {
        server.fails(path(KEY), 401);

        assertThat(remote().send(KEY, entry)).isFalse();
        assertThat(remote().fetch(KEY, folder)).isFalse();

        assertThat(warnings)
                .containsExactly(cannotBeUsed("HTTP 401: the <server> distill.remote in settings.xml needs "
                        + "a user and a password that may read there"));
        assertThat(requests()).containsExactly("HEAD " + path(KEY));
    }

    @Test
    void forbids_what_it_lacks_as_a_bucket_does_and_is_asked_on() throws Exception {
        server.fails(path("1"), 403);
        server.fails(path("2"), 403);
        keeps(KEY).set(archive());

        assertThat(remote().fetch("1", folder)).isFalse();
        assertThat(remote().fetch(KEY, folder)).isTrue();
        FileUtils.cleanDirectory(folder.toFile());
        assertThat(remote().fetch("2", folder)).isFalse();

        assertThat(warnings).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void that_forbids_everything_makes_the_login_doubtful_and_says_so_once() throws Exception {
        for (String key : List.of("1", "2", "3")) {
            server.fails(path(key), 403);
            assertThat(remote().fetch(key, folder)).isFalse();
        }

        assertThat(warnings)
                .containsExactly(
                        ("The remote store %s (distill.remote) answered HTTP 403 to all 2 requests. A bucket does so"
                                        + " for what it does not have; if it should have something, the <server> distill.remote in"
                                        + " settings.xml needs a user and a password that may read there.")
                                .formatted(server.address("/repository/")));
        assertThat(requests()).hasSize(3);
    }

    @Test
    void that_keeps_just_above_the_lowest_pace_is_cut_off_after_a_while() throws Exception {
        server.on(path(KEY), exchange -> {
            exchange.sendResponseHeaders(200, 900_000);
            for (int i = 0; i < 900; i++) {
                exchange.getResponseBody().write(new byte[200]);
                exchange.getResponseBody().flush();
                server.sleep();
            }
        });
        RemoteLimits limits = new RemoteLimits(IMPATIENT, 1000, Duration.ofMillis(1500), PATIENT, 1_000_000, 20);

        assertThat(remote(online(PATIENT), ServerLogin.none(), limits).fetch(KEY, folder))
                .isFalse();

        assertThat(warnings)
                .singleElement()
                .asString()
                .matches(
                        "The remote store .* cannot be used: it is too slow, with 0\\.0 MB in 1 s\\. The build goes on without it\\.");
        assertNothingIsLeft();
    }

    @Test
    void that_costs_a_build_too_much_time_on_the_whole_is_given_up() throws Exception {
        for (String key : List.of("1", "2", "3")) {
            server.on(path(key), exchange -> {
                server.sleep();
                server.sleep();
                LocalServer.send(exchange, 404, new byte[0]);
            });
        }
        RemoteLimits limits = new RemoteLimits(PATIENT, 1000, PATIENT, Duration.ofMillis(70), 1_000_000, 20);
        RemoteStore remote = remote(online(PATIENT), ServerLogin.none(), limits);

        for (String key : List.of("1", "2", "3", "1", "2", "3")) {
            assertThat(remote.fetch(key, folder)).isFalse();
        }

        assertThat(warnings).containsExactly(cannotBeUsed("it is so slow that this build lost more than 0 s with it"));
        assertThat(requests()).hasSizeLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: gzip",
                "Content-Length: -5",
                "Content-Length: 99999999999999999999",
                "Content-Length: 1\r\nContent-Length: 2"
            })
    void answers_against_the_rules_of_http(String header) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            threads.submit(() -> answer(listening, "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\nPK", 50));
            String address = "http://127.0.0.1:%s/".formatted(listening.getLocalPort());

            assertThat(remote(address, online(IMPATIENT), ServerLogin.none(), limits(IMPATIENT))
                            .fetch(KEY, folder))
                    .isFalse();

            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .startsWith("The remote store " + address)
                    .endsWith("The build goes on without it.");
            threads.shutdownNow();
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 200 OK\r\n" + "A: b\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n"
            })
    void answers_without_end(String again) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            threads.submit(() -> answer(listening, again, 100_000));
            String address = "http://127.0.0.1:%s/".formatted(listening.getLocalPort());

            assertThat(remote(address, online(IMPATIENT), ServerLogin.none(), limits(IMPATIENT))
                            .fetch(KEY, folder))
                    .isFalse();

            assertThat(warnings).hasSize(1);
            threads.shutdownNow();
        }
        assertNothingIsLeft();
    }

    @Test
    void writes_no_line_of_its_own_into_the_log() throws Exception {
        String attack = "https://x/\u2028::error::\u001b[2K##[error]BUILD SUCCESS";
        server.on(path(KEY), exchange -> {
            exchange.getResponseHeaders().set("Location", attack);
            LocalServer.send(exchange, 302, new byte[0]);
        });

        assertThat(remote().fetch(KEY, folder)).isFalse();
        remote().reject("2f", "its manifest is that of a\n[INFO] BUILD SUCCESS\r\n::error::b");

        assertThat(warnings).allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cntrl}\u2028]|##"));
    }

    @Test
    void that_is_silent_is_waited_for_once() throws Exception {
        server.hangs(path(KEY));

        assertCutOff("nothing came or went for 0.5 s");
    }

    @Test
    void that_falls_silent_is_waited_for_once() throws Exception {
        server.stalls(path(KEY), new byte[2000], "\"1\"");

        assertCutOff("nothing came or went for 0.5 s");
    }

    @Test
    void that_drips_is_cut_off() throws Exception {
        server.drips(path(KEY));

        assertCutOff("it is too slow, with fewer than 500 bytes in 0.5 s");
    }

    @Test
    void that_drips_headers_is_cut_off() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            threads.submit(() -> dripHeaders(listening));
            String address = "http://127.0.0.1:%s/".formatted(listening.getLocalPort());

            remote(address, online(PATIENT), ServerLogin.none(), limits(IMPATIENT))
                    .fetch(KEY, folder);

            assertThat(warnings)
                    .containsExactly("The remote store %s (distill.remote) cannot be used: ".formatted(address)
                            + "nothing came or went for 0.5 s. The build goes on without it.");
            threads.shutdownNow();
        }
        assertNothingIsLeft();
    }

    @Test
    void sends_a_page_without_end_that_is_not_read() throws Exception {
        server.on(path(KEY), exchange -> {
            exchange.sendResponseHeaders(404, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[1 << 16]);
            }
        });

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void does_not_delay_an_interruption() throws Exception {
        Thread build = Thread.currentThread();
        server.on(path(KEY), exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            build.interrupt();
            server.awaitClosing();
        });
        long start = System.nanoTime();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> remote().fetch(KEY, folder));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENT.dividedBy(2));
        assertNothingIsLeft();
        assertThat(warnings).isEmpty();
        assertThat(health.isReadable()).isTrue();
    }

    @Test
    void heeds_an_interruption_that_came_before() throws Exception {
        keeps(KEY).set(archive());
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> remote().fetch(KEY, folder));

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> remote().send(KEY, entry));

        assertThat(warnings).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void is_told_from_a_disk_that_does_not() throws Exception {
        keeps(KEY).set(archive());
        Path gone = temporary.resolve("gone");

        assertThat(remote().fetch(KEY, gone.resolve("entry"))).isFalse();

        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith(("The remote store %s (distill.remote) cannot be used: "
                                + "its archives cannot be written to %s: NoSuchFileException (")
                        .formatted(server.address("/repository/"), gone))
                .endsWith("). The build goes on without it.");
    }

    private void assertCutOff(String reason) throws Exception {
        RemoteStore remote = remote(online(PATIENT), ServerLogin.none(), limits(IMPATIENT));

        assertThat(remote.fetch(KEY, folder)).isFalse();
        assertThat(remote.fetch(KEY, folder)).isFalse();

        assertThat(warnings).containsExactly(cannotBeUsed(reason));
        assertThat(requests()).hasSize(1);
        assertNothingIsLeft();
    }

    private static Void answer(ServerSocket listening, String text, int times) throws IOException {
        try (Socket socket = listening.accept()) {
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        return null;
    }

    private static Void dripHeaders(ServerSocket listening) throws IOException, InterruptedException {
        try (Socket socket = listening.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nDrip: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write('x');
                Thread.sleep(20);
            }
        }
    }
}
