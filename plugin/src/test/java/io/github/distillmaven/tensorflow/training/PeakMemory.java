package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process had at most. */
public final class PeakMemory {

    static final String ID = "peak";

    private static final String LINE_START = "VmHWM:";

    private PeakMemory() {}

    /** Prints it in megabytes, for {@link StepContestant} to read; nothing where the system does not tell. */
    public static void print() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(LINE_START))
                    .map(line -> line.substring(LINE_START.length(), line.length() - "kB".length())
                            .strip())
                    .forEach(kilobytes -> System.out.println(ID + " " + Long.parseLong(kilobytes) / 1024));
        }
    }
}
