package io.github.distillmaven.remote;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;

import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.LocalServer;
import io.github.distillmaven.http.ServerLogin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

@DisplayName("An archive on the remote")
class RoundTripTest extends RemoteTest {

    @Test
    void comes_back_byte_for_byte() throws Exception {
        keeps(KEY);

        assertThat(remote().send(KEY, entry)).isTrue();
        assertThat(remote().fetch(KEY, folder)).isTrue();

        assertSameFiles(folder, entry);
        assertThat(folder.getParent()).isDirectoryNotContaining(path -> !path.equals(folder));
        assertThat(requests()).containsExactly("HEAD " + path(KEY), "PUT " + path(KEY), "GET " + path(KEY));
        assertThat(warnings).isEmpty();
    }

    @Test
    void may_be_as_large_as_the_limit_and_no_larger() throws Exception {
        AtomicReference<byte[]> kept = keeps(KEY);
        Files.write(entry.resolve("labels"), new byte[1_000_001]);

        assertThat(remote().send(KEY, entry)).isFalse();
        assertThat(kept).hasValue(null);
        assertThat(details)
                .containsExactly("The remote store %s (distill.remote) is not sent %s, which is too large."
                        .formatted(server.address("/repository/"), KEY));

        Files.write(entry.resolve("labels"), new byte[999_000]);
        assertThat(remote().send(KEY, entry)).isTrue();
        assertThat(remote().fetch(KEY, folder)).isTrue();
    }

    @Test
    void is_the_same_for_the_same_content_whenever_and_wherever_it_is_packed() throws Exception {
        byte[] before = archive();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Files.setLastModifiedTime(entry.resolve("labels"), FileTime.fromMillis(1));

            assertThat(archive()).isEqualTo(before);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void is_not_sent_again() throws Exception {
        keeps(KEY).set(archive());

        assertThat(remote().send(KEY, entry)).isTrue();

        assertThat(requests()).containsExactly("HEAD " + path(KEY));
    }

    @Test
    void that_is_missing_is_no_reason_to_warn() throws Exception {
        server.fails(path("90"), 410);

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().fetch("90", folder)).isFalse();

        assertNothingIsLeft();
        assertThat(requests()).containsExactly("GET " + path(KEY), "GET " + path("90"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void of_another_key_is_for_the_caller_to_find_out() throws Exception {
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.writeString(other.resolve("step.json"), "of another");
        keeps(KEY).set(archive(other));

        assertThat(remote().fetch(KEY, folder)).isTrue();
        assertSameFiles(folder, other);
    }

    @Test
    void that_the_caller_rejects_is_neither_fetched_again_nor_kept() throws Exception {
        AtomicReference<byte[]> kept = keeps(KEY);
        kept.set("other".getBytes(StandardCharsets.UTF_8));

        remote().reject(KEY, "its files are not those of its manifest");

        assertThat(remote().fetch(KEY, folder)).isFalse();
        assertThat(remote().send(KEY, entry)).isTrue();
        assertThat(kept.get()).isEqualTo(archive());
        assertThat(warnings).containsExactly(badArchive(KEY, "its files are not those of its manifest"));
    }

    @Test
    void is_not_asked_for_offline() throws Exception {
        ConnectionSettings offline = new ConnectionSettings(true, List.of());
        keeps(KEY).set(archive());

        for (int i = 0; i < 2; i++) {
            RemoteStore remote = remote(offline, ServerLogin.none(), limits(PATIENT));
            assertThat(remote.fetch(KEY, folder)).isFalse();
            assertThat(remote.send(KEY, entry)).isFalse();
        }

        assertThat(requests()).isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(details)
                .containsExactly("The remote store %s (distill.remote) is not asked: Maven is offline."
                        .formatted(server.address("/repository/")));
    }

    @Test
    void is_had_with_the_login_which_no_other_host_is_shown() throws Exception {
        try (LocalServer elsewhere = new LocalServer()) {
            server.on(path(KEY), exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.address("/signed"));
                LocalServer.send(exchange, 302, new byte[0]);
            });
            elsewhere.sends("/signed", archive());

            assertThat(remote(online(PATIENT), ADA, limits(PATIENT)).fetch(KEY, folder))
                    .isTrue();

            assertSameFiles(folder, entry);
            assertThat(server.requests())
                    .extracting(request -> request.header("Authorization"), request -> request.header("Private-Token"))
                    .containsExactly(tuple("Basic YWRhOmxvdmVsYWNl", "t0ken")); // ada:lovelace
            assertThat(elsewhere.requests())
                    .hasSize(1)
                    .allSatisfy(request ->
                            assertThat(request.headers()).doesNotContainKeys("Authorization", "Private-token"));
        }
    }

    @Test
    void has_a_key_and_nothing_else_in_its_address() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> remote().fetch("../secret", folder))
                .withMessage("no key: ../secret");
    }
}
