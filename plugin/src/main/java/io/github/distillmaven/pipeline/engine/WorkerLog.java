package io.github.distillmaven.pipeline.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.experiment.run.JvmArguments;

/** What a worker and its JVM wrote beside its results. It is published with these, so it must hold no secret. */
record WorkerLog(Path file, JvmArguments arguments) {

    /** The JVM's own report of a crash. */
    private static final String REPORTS = "hs_err_pid*.log";

    /** Takes the values that the user gave to the JVM out of the files. */
    void hideSecrets() throws IOException {
        if (arguments.all().isEmpty()) {
            return;
        }
        hideSecrets(file);
        try (DirectoryStream<Path> reports =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), REPORTS)) {
            for (Path report : reports) {
                hideSecrets(report);
            }
        }
    }

    private void hideSecrets(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return;
        }
        // Every byte is a character of this charset, so that nothing else in the file changes.
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        String hidden = inLogs(arguments).hide(text);
        if (!hidden.equals(text)) {
            Files.writeString(log, hidden, StandardCharsets.ISO_8859_1);
        }
    }

    /** The arguments as they look in a file of UTF-8 that is read byte by byte. */
    private static JvmArguments inLogs(JvmArguments arguments) {
        return new JvmArguments(arguments.all().stream()
                .map(argument -> new String(argument.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList());
    }
}
