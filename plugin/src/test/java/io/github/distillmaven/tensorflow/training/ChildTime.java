package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Time of processors that ended child processes took. */
final class ChildTime {

    /** Linux tells all times in hundredths of a second. */
    private static final double TICKS = 100;

    private ChildTime() {}

    /** Of all until now, after the last one has ended; NaN where the system does not tell. */
    static double seconds() throws IOException, InterruptedException {
        // The time of a child counts once Java has taken note of its end, a moment after that.
        while (ProcessHandle.current().children().findAny().isPresent()) {
            Thread.sleep(1);
        }
        Path file = Path.of("/proc/self/stat");
        return Files.exists(file) ? seconds(Files.readString(file)) : Double.NaN;
    }

    /** @param line of Linux: the name of the program, in parentheses, may hold anything */
    static double seconds(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }
}
