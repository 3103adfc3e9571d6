package io.github.distillmaven.worker.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.worker.WorkerException;

/**
 * The Java that a worker runs on.
 *
 * @param java its {@code java} program
 * @param feature its version, such as 17; empty if the installation does not say
 */
public record JavaInstallation(Path java, OptionalInt feature) {

    private static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile("\"?(?:1\\.)?(\\d+).*");

    /** Reads the {@code release} file that stands beside {@code bin}. */
    public static JavaInstallation of(Path java) {
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(
                java.toRealPath().resolve("../../release").normalize())) {
            release.load(reader);
        } catch (IOException e) {
            return new JavaInstallation(java, OptionalInt.empty());
        }
        Matcher version = VERSION.matcher(release.getProperty("JAVA_VERSION", ""));
        return new JavaInstallation(
                java, version.matches() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty());
    }

    /** Whether it is new enough for our classes, as far as it says. */
    public boolean isSupported() {
        return feature.isEmpty() || feature.getAsInt() >= OLDEST;
    }

    /** Why a Java is not used that is too old. */
    public String refusal() {
        return "%s is Java %s, but a TensorFlow step needs Java %s or newer"
                .formatted(java, feature.getAsInt(), OLDEST);
    }

    /** Refuses a Java that is too old for our classes; it would not know {@code --enable-native-access} either. */
    void requireSupported() throws WorkerException {
        if (!isSupported()) {
            throw new WorkerException("""
                    %s.
                    Try: choose a newer JDK in the toolchain, or run Maven itself with one.""".formatted(refusal()));
        }
    }
}
