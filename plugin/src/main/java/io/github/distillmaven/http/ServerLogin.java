package io.github.distillmaven.http;

import java.util.Map;
import java.util.Optional;

/**
 * What a {@code <server>} of Maven's settings wants to be shown with every request.
 *
 * @param credentials its user and password, sent at once: some servers answer "not found" instead of asking for them
 * @param headers its {@code <httpHeaders>} by name, such as a token's; one named {@code Authorization} replaces the password
 */
public record ServerLogin(Optional<Credentials> credentials, Map<String, String> headers) {

    public ServerLogin {
        headers = Map.copyOf(headers);
    }

    /** Of a server that lets everybody in. */
    public static ServerLogin none() {
        return new ServerLogin(Optional.empty(), Map.of());
    }

    /** Names alone, so that no log shows a secret. */
    @Override
    public String toString() {
        return "user %s, headers %s"
                .formatted(credentials.map(Credentials::user).orElse("none"), headers.keySet());
    }
}
