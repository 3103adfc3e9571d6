package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.commons.io.IOUtils;

/**
 * One of those that {@link StepBenchmark} compares: a process that prints the times of its steps.
 *
 * @param name for the reader
 * @param command with arguments
 * @param environment variables that are set
 */
record StepContestant(String name, List<String> command, Map<String, String> environment) {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** A class with a {@code main} on this class path, with the compiler that a worker gets. */
    static StepContestant java(
            String name,
            String mainClass,
            StepSettings settings,
            List<String> options,
            Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(settings.arguments());
        return new StepContestant(name, command, environment);
    }

    /**
     * Runs the process to its end.
     *
     * @return images per second in the median step
     * @throws IOException if it fails; the message tells its last words
     */
    double run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = IOUtils.readLines(process.getInputStream(), System.getProperty("native.encoding"));
        int exit = process.waitFor();
        double[] millis = lines.stream()
                .filter(line -> line.startsWith(StepTimes.LINE_START))
                .mapToDouble(line -> Double.parseDouble(line.substring(StepTimes.LINE_START.length())))
                .toArray();
        if (exit != 0 || millis.length == 0) {
            throw new IOException(
                    "%s ended with %s:%n%s".formatted(name, exit, String.join(System.lineSeparator(), lines)));
        }
        return StepSettings.BATCH * 1000 / median(millis);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
