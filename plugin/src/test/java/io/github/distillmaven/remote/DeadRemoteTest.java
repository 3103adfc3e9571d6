package io.github.distillmaven.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.distillmaven.http.ServerLogin;
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

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void says_where_the_password_belongs(int status) throws Exception {
        server.fails(path(KEY), status);

        assertThat(remote().send(KEY, entry)).isFalse();
        assertThat(remote().fetch(KEY, folder)).isFalse();

        assertThat(warnings)
                .containsExactly(cannotBeUsed(("HTTP %s: the <server> distill.remote in settings.xml needs "
                                + "a user and a password that may read there")
                        .formatted(status)));
        assertThat(requests()).containsExactly("HEAD " + path(KEY));
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
