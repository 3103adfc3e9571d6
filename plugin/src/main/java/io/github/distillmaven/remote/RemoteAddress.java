package io.github.distillmaven.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The user's remote store, {@code distill.remote}, whose archives lie as a Maven repository has its artifacts. */
public final class RemoteAddress {

    private static final String ARTIFACT = "distill-store-v1";

    private final URI root;

    private RemoteAddress(URI root) {
        this.root = root;
    }

    /**
     * Reads the setting.
     *
     * @param value what the user wrote
     * @throws IllegalArgumentException if it is no http or https address, with a message for the user
     */
    public static RemoteAddress parse(String value) {
        String start = value.toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            throw invalid("it starts with something else");
        }
        try {
            URI address = new URI(value);
            if (address.getRawUserInfo() != null) {
                throw invalid("a user and a password belong into settings.xml, as the server distill.remote");
            }
            if (address.getHost() == null) {
                throw invalid("the address names no host");
            }
            if (address.getRawQuery() != null || address.getRawFragment() != null) {
                throw invalid("archives have their place below the address, so it cannot hold a ? or a #");
            }
            return new RemoteAddress(URI.create(value.endsWith("/") ? value : value + "/"));
        } catch (URISyntaxException e) {
            throw invalid("%s at index %s".formatted(e.getReason(), e.getIndex()));
        }
    }

    /** Without the value itself, which may hold a password. */
    private static IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException(
                "distill.remote is wrong: %s. It must start with http:// or https://.".formatted(reason));
    }

    URI root() {
        return root;
    }

    /** Where the archive of a key lies. */
    URI archive(String key) {
        if (!key.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("no key: " + key);
        }
        return root.resolve("io/github/distillmaven/%1$s/%2$s/%1$s-%2$s.zip".formatted(ARTIFACT, key));
    }

    /** The address, with a slash at its end. */
    @Override
    public String toString() {
        return root.toString();
    }
}
