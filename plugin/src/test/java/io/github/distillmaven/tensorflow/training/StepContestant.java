package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.io.IOUtils;

/**
 * One of those that {@link StepBenchmark} compares: a process that prints what it measured.
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
     * @return what it measured, by {@link StepWork#id} in images per second, and by {@link PeakMemory#ID} in megabytes
     * @throws IOException if it fails; the message tells its last words
     */
    Map<String, Double> run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = IOUtils.readLines(process.getInputStream(), System.getProperty("native.encoding"));
        int exit = process.waitFor();
        Map<String, Double> measured = measured(lines);
        if (exit != 0 || measured.isEmpty()) {
            throw new IOException(
                    "%s ended with %s:%n%s".formatted(name, exit, String.join(System.lineSeparator(), lines)));
        }
        return measured;
    }

    /** Of all lines, those that consist of the id of something that is measured, and a number. */
    static Map<String, Double> measured(List<String> lines) {
        List<String> ids = new ArrayList<>(List.of(PeakMemory.ID));
        for (StepWork work : StepWork.values()) {
            ids.add(work.id());
        }
        Map<String, Double> measured = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words.length == 2 && ids.contains(words[0])) {
                measured.put(words[0], Double.parseDouble(words[1]));
            }
        }
        return measured;
    }
}
