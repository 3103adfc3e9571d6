package io.github.distillmaven.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("Maven's way over HTTP")
class MavenHttpClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final ConnectionSettings SETTINGS = new ConnectionSettings(false, List.of(), TIMEOUT, TIMEOUT);

    private LocalServer server;
    private LocalServer elsewhere;

    @BeforeEach
    void startServers() throws IOException {
        server = new LocalServer();
        elsewhere = new LocalServer();
        server.fails("/", 204);
        elsewhere.fails("/", 204);
        redirect("/out", elsewhere.address("/"));
        redirect("/in", "/");
    }

    @AfterEach
    void stopServers() {
        server.close();
        elsewhere.close();
    }

    @Test
    void a_login_is_shown_at_once_and_again_on_the_same_host() throws Exception {
        ServerLogin login = new ServerLogin(Optional.of(ada()), Map.of("Private-Token", "t0ken"));

        get("/in", login);

        assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Basic YWRhOmzDtnZlbGFjZQ=="); // ada:lövelace
            assertThat(request.header("Private-Token")).isEqualTo("t0ken");
        });
    }

    @Test
    void no_other_host_is_shown_any_of_it() throws Exception {
        ServerLogin login = new ServerLogin(Optional.of(ada()), Map.of("Private-Token", "t0ken"));

        get("/out", login);

        assertThat(elsewhere.requests())
                .hasSize(1)
                .allSatisfy(
                        request -> assertThat(request.headers()).doesNotContainKeys("Authorization", "Private-token"));
    }

    @Test
    void a_token_of_ones_own_replaces_the_password() throws Exception {
        get("/", new ServerLogin(Optional.of(ada()), Map.of("Authorization", "Bearer t0ken")));

        assertThat(server.requests())
                .extracting(request -> request.headers().get("Authorization"))
                .containsExactly(List.of("Bearer t0ken"));
    }

    @Test
    void a_login_does_not_tell_its_secrets() {
        ServerLogin login = new ServerLogin(Optional.of(ada()), Map.of("Private-Token", "t0ken"));

        assertThat(login).hasToString("user ada, headers [Private-Token]");
        assertThat(ServerLogin.none()).hasToString("user none, headers []");
    }

    @Test
    void headers_without_end_are_not_read_to_the_end() {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().set("Endless", "x".repeat(1 << 17));
            LocalServer.send(exchange, 200, "ok".getBytes(StandardCharsets.US_ASCII));
        });

        assertThatIOException()
                .isThrownBy(() -> get("/", ServerLogin.none()))
                .withMessage("Maximum line length limit exceeded");
    }

    private void get(String path, ServerLogin login) throws IOException {
        URI host = URI.create(server.address("/"));
        try (CloseableHttpClient client = MavenHttpClient.with(SETTINGS, host, login)) {
            client.execute(new HttpGet(server.address(path)), HttpResponse::getCode);
        }
    }

    private void redirect(String path, String target) {
        server.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            LocalServer.send(exchange, 302, new byte[0]);
        });
    }

    private static Credentials ada() {
        return new Credentials("ada", "lövelace");
    }
}
