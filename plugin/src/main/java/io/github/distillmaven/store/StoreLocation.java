package io.github.distillmaven.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a user's caches lie, by the platform's convention. */
public final class StoreLocation {

    private static final String NAME = "distill-maven-plugin";

    private StoreLocation() {}

    /**
     * The default folder of the store: below {@code LOCALAPPDATA} on Windows, {@code Library/Caches} on macOS, and
     * {@code XDG_CACHE_HOME} or {@code .cache} elsewhere.
     *
     * @param osName the system property {@code os.name}
     * @param userHome the system property {@code user.home}
     * @param environment the environment variables
     */
    public static Path ofUser(String osName, Path userHome, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null || local.isBlank()
                            ? userHome.resolve("AppData").resolve("Local")
                            : Path.of(local))
                    .resolve(NAME);
        }
        if (os.startsWith("mac")) {
            return userHome.resolve("Library").resolve("Caches").resolve(NAME);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // A relative one is invalid, says the convention; it would be another folder wherever Maven is started.
        return (xdg.startsWith("/") ? Path.of(xdg) : userHome.resolve(".cache")).resolve(NAME);
    }
}
