package io.github.distillmaven.it.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.openqa.selenium.os.ExecutableFinder;

/**
 * A Chromium of this machine. Nothing is ever downloaded.
 *
 * @param browser program of Chromium or Chrome
 * @param driver the ChromeDriver of the same release
 */
public record Installation(Path browser, Path driver) {

    private static final String BROWSER = "DISTILL_TEST_BROWSER";
    private static final String DRIVER = "DISTILL_TEST_DRIVER";
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    /** What to do where {@link #find()} finds none. */
    public static final String ADVICE = """
            No Chromium with its driver. Install the packages chromium and chromium-driver (Debian), or name the two programs in the \
            environment variables %s and %s.""".formatted(BROWSER, DRIVER);

    /** The programs that the environment names, or else those on the path; empty unless there are both. */
    public static Optional<Installation> find() {
        Optional<Path> browser = program(BROWSER, BROWSERS.stream());
        Optional<Path> driver = program(DRIVER, Stream.of("chromedriver"));
        return browser.flatMap(found -> driver.map(its -> new Installation(found, its)));
    }

    private static Optional<Path> program(String variable, Stream<String> names) {
        String named = System.getenv(variable);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        ExecutableFinder finder = new ExecutableFinder();
        return names.map(finder::find).filter(Objects::nonNull).findFirst().map(Path::of);
    }

    /** Options of the command line with which it shows no window, asks for nothing by itself and reaches this machine alone. */
    List<String> arguments() {
        List<String> common = Arrays.asList(
                "--headless=new",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-domain-reliability",
                "--disable-extensions",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--no-default-browser-check",
                "--no-first-run",
                "--no-proxy-server",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        boolean root = System.getProperty("user.name").equals("root");
        // Chromium's sandbox refuses to run for root, as whom a container's builds run.
        return Stream.concat(common.stream(), root ? Stream.of("--no-sandbox") : Stream.empty())
                .toList();
    }
}
