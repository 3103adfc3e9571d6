package io.github.distillmaven.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The git of the user, for questions that may go unanswered.
 *
 * @param program its name or path
 * @param patience how long an answer may take
 */
record GitProgram(String program, Duration patience) {

    /** Git sets them for the hooks it calls. A build that a hook starts must look at its own folder all the same. */
    private static final List<String> SET_FOR_HOOKS =
            List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR");

    /** What the program prints; empty if it cannot be started, fails, or takes too long. */
    Optional<String> run(Path folder, List<String> arguments) {
        try {
            Process process = start(folder, arguments);
            try {
                return answer(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Process start(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(SET_FOR_HOOKS);
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Reads in a thread of its own: a program that hangs does not close its output. */
    private Optional<String> answer(Process process) throws ExecutionException, TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        String answer = output.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        boolean ended = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        return ended && process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
    }

    private static String text(InputStream output) {
        try {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
