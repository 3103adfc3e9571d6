package io.github.distillmaven.worker.process;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;

import io.github.distillmaven.disk.DiskFailure;
import io.github.distillmaven.worker.Event;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.NativesFolder;

/**
 * Why TensorFlow's native libraries could not be unpacked or loaded. What JavaCPP throws last is but a consequence: the reason stands in
 * one of its causes.
 *
 * @param failure with all its causes
 * @param folder where the libraries are unpacked to
 */
record NativesFailure(Throwable failure, String folder) {

    private static final String ELSEWHERE = "unpack them elsewhere, with -D" + NativesFolder.PROPERTY + "=<folder>";
    private static final Pattern MISSING_LIBRARY = Pattern.compile(
            "(\\S+): cannot open shared object file|Library not loaded: (\\S+)|Error loading shared library (\\S+):");
    private static final Pattern OLD_LIBRARY =
            Pattern.compile("(\\S+): version [`'](\\S+)' not found|version (GLIBC\\S*) not found");
    private static final Pattern DAMAGED = Pattern.compile(
            "file too short|invalid ELF header|past end of file|ELF file's phentsize|ELF load command|not a mach-o file|truncated mach-o|is not a valid Win32 application");

    /** Whether what was unpacked is not what the jar holds, so that it has to be unpacked anew. */
    boolean isDamage() {
        return texts().anyMatch(text -> DAMAGED.matcher(text).find());
    }

    /** What the user is told. */
    Event.Failed event() {
        return Stream.<Optional<Event.Failed>>of(
                        ofDisk(), ofJar(), notExecutable(), damaged(), noMemory(), tooOld(), missing())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> failed(
                        "the native library of TensorFlow could not be loaded: " + firstText(),
                        "see the stack trace in the log"));
    }

    private Optional<Event.Failed> ofDisk() {
        return texts().flatMap(text -> DiskFailure.in(text).stream())
                .findFirst()
                .map(disk -> failed(
                        "the native libraries of TensorFlow could not be unpacked: the disk of " + folder + " "
                                + disk.state(),
                        disk.hint() + ", or " + ELSEWHERE));
    }

    private Optional<Event.Failed> ofJar() {
        return causes().filter(cause -> cause instanceof ZipException
                        || String.valueOf(cause.getMessage()).contains("ZLIB input stream"))
                .findFirst()
                .map(cause -> failed(
                        "the native libraries of TensorFlow could not be unpacked: their jar is damaged ("
                                + cause.getMessage() + ")",
                        "delete the folder org/tensorflow in the local Maven repository, and run it again"));
    }

    private Optional<Event.Failed> notExecutable() {
        return texts().filter(text -> text.contains("failed to map segment") && !text.contains("Cannot allocate"))
                .findFirst()
                .map(text -> failed(
                        "the native libraries of TensorFlow may not be executed in " + folder
                                + ": its disk is mounted with noexec, or a security policy forbids it",
                        ELSEWHERE));
    }

    private Optional<Event.Failed> damaged() {
        return isDamage()
                ? Optional.of(failed(
                        "the native libraries of TensorFlow in " + folder + " were unpacked in part only",
                        "run it again: they are deleted now, and unpacked anew"))
                : Optional.empty();
    }

    private Optional<Event.Failed> noMemory() {
        return texts().filter(text -> text.contains("Cannot allocate memory") || text.contains("static TLS block"))
                .findFirst()
                .map(text -> new Event.Failed(
                        FailureKind.OUT_OF_MEMORY,
                        "the machine had no memory left to load the native library of TensorFlow",
                        "end other programs, or raise the limit on memory (ulimit -v, or the container's)"));
    }

    private Optional<Event.Failed> tooOld() {
        return texts().map(OLD_LIBRARY::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(match -> {
                    String wanted = match.group(2) == null ? match.group(3) : match.group(2);
                    return wanted.startsWith("GLIBC_")
                            ? failed(
                                    "TensorFlow needs a newer C library than this system has (" + wanted
                                            + " is missing)",
                                    "run the build on a newer release of Linux, for example in a container")
                            : failed(
                                    "TensorFlow needs a newer " + fileName(match.group(1)) + " than this system has ("
                                            + wanted + " is missing)",
                                    "install a newer libstdc++6, or run the build on a newer release of Linux");
                });
    }

    private Optional<Event.Failed> missing() {
        return texts().map(MISSING_LIBRARY::matcher)
                .filter(Matcher::find)
                .map(match -> Stream.of(match.group(1), match.group(2), match.group(3))
                        .filter(name -> name != null)
                        .findFirst()
                        .orElseThrow())
                .map(NativesFailure::fileName)
                // What comes with TensorFlow is missed only because something that it needs is missing.
                .filter(name -> !name.startsWith("libtensorflow") && !name.startsWith("libjnitensorflow"))
                .findFirst()
                .map(name ->
                        failed("TensorFlow needs the system library " + name + ", which is missing", source(name)));
    }

    private static String source(String library) {
        if (library.startsWith("ld-linux") || library.startsWith("ld-musl") || library.startsWith("libc.")) {
            return "run the build on a Linux with the GNU C library (Alpine has another one), for example in a Debian container";
        }
        if (library.startsWith("libstdc++") || library.startsWith("libgcc")) {
            return "install it: in Debian and Ubuntu with apt-get install libstdc++6, in Fedora with dnf install libstdc++";
        }
        if (library.matches("lib(cu|nv|nccl).*")) {
            return "install the CUDA and cuDNN that this runtime needs, or choose another one with -Ddistill.device";
        }
        return "install the package of this system that holds it";
    }

    private static Event.Failed failed(String message, String hint) {
        return new Event.Failed(FailureKind.NO_RUNTIME, message, hint);
    }

    private static String fileName(String path) {
        return new File(path).getName();
    }

    private String firstText() {
        return texts().filter(text -> !text.startsWith("Could not initialize class"))
                .findFirst()
                .orElse(failure.toString());
    }

    private Stream<String> texts() {
        return causes().map(Throwable::getMessage).filter(text -> text != null);
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.concat(Stream.of(cause), List.of(cause.getSuppressed()).stream()));
    }
}
