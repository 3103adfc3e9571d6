package io.github.distillmaven.it;

import java.nio.file.Path;
import java.util.List;

/**
 * How a real build ended.
 *
 * @param exitCode of Maven
 * @param lines of its log
 * @param folder of the project
 */
record Build(int exitCode, List<String> lines, Path folder) {

    boolean succeeded() {
        return exitCode == 0;
    }

    /** The build itself, if it succeeded. */
    Build orFail() {
        if (!succeeded()) {
            throw new AssertionError("the build failed:\n" + log());
        }
        return this;
    }

    /** Lines of the log that contain a text. */
    List<String> linesWith(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    /** Warnings in the log that contain a text. */
    List<String> warningsWith(String text) {
        return linesWith(text).stream()
                .filter(line -> line.startsWith("[WARNING]"))
                .toList();
    }

    /** Steps of which the log says this, such as {@code made in}, in order. */
    List<String> stepsThat(String text) {
        return Results.STEPS.stream()
                .filter(step -> lines.stream()
                        .anyMatch(line -> line.startsWith("[INFO] ") && line.contains(": " + step + ": " + text)))
                .toList();
    }

    String log() {
        return String.join("\n", lines);
    }

    /** What Maven says of the first error, without its own frame around it. */
    String error() {
        String log = log();
        String start = "[ERROR] Failed to execute goal ";
        int from = log.indexOf(start);
        if (from < 0) {
            return "no error in:\n" + log;
        }
        int message = log.indexOf(": ", log.indexOf("on project ", from)) + 2;
        int end = log.indexOf(" -> [Help 1]", message);
        return log.substring(message, end < 0 ? log.indexOf("\n[ERROR] \n", message) : end)
                .replaceAll("\n\\[ERROR] ?", "\n")
                .strip();
    }

    /** Folder of an experiment's results. */
    Path experiment(String name) {
        return folder.resolve("target").resolve("distill").resolve(name);
    }
}
