package io.github.distillmaven.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a {@code <server>} of Maven's settings wants to be shown with every request.
 *
 * @param credentials its user and password, sent at once: some servers answer "not found" instead of asking for them
 * @param headers its {@code <httpHeaders>} by name, such as a token's; one named {@code Authorization} replaces the password
 */
public record ServerLogin(Optional<Credentials> credentials, Map<String, String> headers) {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    public ServerLogin {
        headers = Map.copyOf(headers);
    }

    /** Of a server that lets everybody in. */
    public static ServerLogin none() {
        return new ServerLogin(Optional.empty(), Map.of());
    }

    /** Whether others could read it on the way: at an address without encryption that is not this machine's own. */
    public boolean isReadableAt(String address) {
        URI asked = URI.create(address);
        boolean own = LOOPBACK.matcher(String.valueOf(asked.getHost())).matches();
        return (credentials.isPresent() || !headers.isEmpty()) && "http".equalsIgnoreCase(asked.getScheme()) && !own;
    }

    /** Names alone, so that no log shows a secret. */
    @Override
    public String toString() {
        return "user %s, headers %s"
                .formatted(credentials.map(Credentials::user).orElse("none"), headers.keySet());
    }
}
