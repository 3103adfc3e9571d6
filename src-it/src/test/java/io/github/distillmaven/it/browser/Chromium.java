package io.github.distillmaven.it.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** One window of a browser without a screen. */
public final class Chromium implements AutoCloseable {

    /** Height of the window; pages are looked at in full length all the same. */
    private static final int HEIGHT = 800;

    /** What a script may take on a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private URI address;
    private Look look;
    private Visit visit;

    /** Starts it. */
    public Chromium(Installation installation) {
        // It warns of every browser newer than itself, for the sake of an interface that is not used here.
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installation.browser().toFile());
        options.addArguments(installation.arguments());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(installation.driver().toFile())
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    }

    /** Shows a page with everything that belongs to it. One that is open with the same look is not loaded again. */
    public Visit visit(URI page, Look look) {
        if (!page.equals(address) || !look.equals(this.look)) {
            address = null;
            visit = load(page, look);
            address = page;
            this.look = look;
        }
        return visit;
    }

    /** The page that is open, in full length. */
    public Screenshot screenshot() {
        return Screenshot.of(driver);
    }

    /** Measures of the page that is open. */
    public Layout layout() {
        return new Layout(driver);
    }

    /** What a person who does not see or point finds on the page that is open. */
    public Accessibility accessibility() {
        return new Accessibility(driver);
    }

    /** Ends the browser and its driver. */
    @Override
    public void close() {
        driver.quit();
    }

    private Visit load(URI page, Look look) {
        // Else the page before would fetch its figures for the new look.
        driver.get("about:blank");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", look.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        String scheme = look.dark() ? "dark" : "light";
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        look.media(),
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        log();
        driver.get(page.toString());
        return log();
    }

    private Visit log() {
        return Visit.of(
                driver.manage().logs().get(LogType.BROWSER),
                driver.manage().logs().get(LogType.PERFORMANCE));
    }
}
