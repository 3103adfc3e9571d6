package io.github.distillmaven.worker.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.distillmaven.worker.WorkerException;

/** The operating systems and processors that TensorFlow Java has native libraries for. */
public enum Platform {
    /** Linux with glibc on 64-bit Intel or AMD. */
    LINUX_X86_64("linux-x86_64"),
    /** Linux with glibc on 64-bit ARM. */
    LINUX_ARM64("linux-arm64"),
    /** macOS on Apple silicon. */
    MACOSX_ARM64("macosx-arm64"),
    /** Windows on 64-bit Intel or AMD. */
    WINDOWS_X86_64("windows-x86_64");

    private final String classifier;

    Platform(String classifier) {
        this.classifier = classifier;
    }

    /** As the artifacts of TensorFlow Java name it, such as {@code linux-x86_64}. */
    public String classifier() {
        return classifier;
    }

    /**
     * The platform of this JVM.
     *
     * @throws WorkerException if TensorFlow Java has no native library for it
     */
    public static Platform host() throws WorkerException {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The platform with these names.
     *
     * @param osName as in the system property {@code os.name}
     * @param osArch as in the system property {@code os.arch}
     * @throws WorkerException if TensorFlow Java has no native library for it
     */
    public static Platform of(String osName, String osArch) throws WorkerException {
        String wanted = system(osName) + "-" + processor(osArch);
        return Arrays.stream(values())
                .filter(platform -> platform.classifier.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WorkerException("""
                        TensorFlow Java has no native library for %s on %s. It has some for %s.
                        Try: run the build on one of these, for example in a Linux container with a 64-bit Java.""".formatted(
                        osName,
                        osArch,
                        Arrays.stream(values()).map(Platform::classifier).collect(Collectors.joining(", ")))));
    }

    private static String system(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "macosx";
        }
        return name.startsWith("windows") ? "windows" : name;
    }

    private static String processor(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> osArch;
        };
    }
}
