package io.github.distillmaven.provenance.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The git of the user, for questions that may go unanswered. It is found on the search path alone, never in the folder that
 * is asked about, and reads no configuration but that of the repository.
 *
 * @param program its name or path
 * @param patience how long an answer may take
 */
record GitProgram(String program, Duration patience) {

    private static final int LONGEST_ANSWER = 64 << 20;

    private static final String NOTHING = new File("/dev/null").exists() ? "/dev/null" : "NUL";

    /** Nothing is asked, fetched, shown by another program or written, whatever the repository's configuration wants. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", NOTHING,
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_ALLOW_PROTOCOL", "none",
            "GIT_NO_LAZY_FETCH", "1",
            "GIT_PAGER", "cat",
            "LC_ALL", "C");

    private static final List<String> CONFIGURATION = List.of(
            "safe.bareRepository=explicit",
            "core.fsmonitor=false",
            "core.hooksPath=" + NOTHING,
            "core.attributesFile=" + NOTHING,
            "core.sshCommand=false",
            "core.gitProxy=",
            "core.alternateRefsCommand=false",
            "diff.external=",
            "credential.helper=",
            "status.submoduleSummary=false");

    /** What the program prints; empty if it cannot be started, fails, or takes too long. */
    Optional<String> run(Path folder, List<String> arguments) {
        Optional<String> found = path();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            Process process = start(found.get(), folder, arguments);
            try {
                return answer(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException | ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Where the program is; empty if it is not installed. A search path may name relative folders: they are passed over. */
    Optional<String> path() {
        if (Path.of(program).getNameCount() > 1) {
            return Optional.of(program);
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty() && new File(folder).isAbsolute())
                .flatMap(folder -> List.of(new File(folder, program), new File(folder, program + ".exe")).stream())
                .filter(file -> Files.isRegularFile(file.toPath()) && Files.isExecutable(file.toPath()))
                .map(File::getPath)
                .findFirst();
    }

    private Process start(String path, Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path, "--no-pager"));
        CONFIGURATION.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // Git sets some of them for the hooks it calls, and a build that a hook starts looks at its own folder all the
        // same.
        environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.equals("PAGER"));
        environment.putAll(ENVIRONMENT);
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
            return new String(output.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
