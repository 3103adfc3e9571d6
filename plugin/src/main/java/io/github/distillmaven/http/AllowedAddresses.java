package io.github.distillmaven.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Bounds on where the login of a {@code <server>} may go. The address comes from the POM, which whoever opens a pull request can
 * change; the bounds come from settings.xml, which they cannot.
 *
 * @param beginnings addresses with a scheme, a host and a path; without any, every address is allowed
 */
public record AllowedAddresses(List<String> beginnings) {

    public AllowedAddresses {
        beginnings = List.copyOf(beginnings);
    }

    /**
     * Checks an address. It must have scheme, host and port of one of the beginnings, and lie at its path or below. A path that leads
     * upwards is never below anything.
     *
     * @param id of the {@code <server>}, to be named in the message
     * @throws IllegalArgumentException if it is not allowed, with a message for the user
     */
    public void require(String id, String address) {
        if (!beginnings.isEmpty() && beginnings.stream().noneMatch(beginning -> isBelow(address, beginning))) {
            throw new IllegalArgumentException(
                    "%s is not allowed: the <server> %s in settings.xml shows its credentials only to addresses below %s. Correct the address in the POM or on the command line, or add it to <allowedAddresses> of that server."
                            .formatted(
                                    id,
                                    id,
                                    beginnings.stream()
                                            .map(beginning -> "'" + beginning + "'")
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static boolean isBelow(String address, String beginning) {
        try {
            URI asked = new URI(address);
            URI allowed = new URI(beginning.strip());
            return asked.getHost() != null
                    && asked.getScheme().equalsIgnoreCase(allowed.getScheme())
                    && asked.getHost().equalsIgnoreCase(allowed.getHost())
                    && port(asked) == port(allowed)
                    && !leadsUpwards(asked)
                    && folder(asked).startsWith(folder(allowed));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(URI address) {
        int usual = address.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
        return address.getPort() < 0 ? usual : address.getPort();
    }

    /** Some servers take escaped dots, slashes and backslashes for what they stand for. */
    private static boolean leadsUpwards(URI address) {
        String raw = address.getRawPath().toLowerCase(Locale.ROOT);
        return raw.contains("%2e")
                || raw.contains("%2f")
                || raw.contains("%5c")
                || raw.contains("%25")
                || raw.contains("/./")
                || raw.contains("/../")
                || raw.endsWith("/..")
                || raw.contains(";");
    }

    private static String folder(URI address) {
        String path = address.getRawPath();
        return path.endsWith("/") ? path : path + "/";
    }
}
