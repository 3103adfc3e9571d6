package io.github.distillmaven.experiment;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a JVM writes the names of files. In the locale C or POSIX it knows those of ASCII alone, and fails at the first other one,
 * whenever that comes.
 *
 * @param name of the encoding, as the JVM has it
 */
public record FileNameEncoding(String name) {

    /** That of this JVM. */
    public static FileNameEncoding ofThisJvm() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new FileNameEncoding(
                windows ? StandardCharsets.UTF_16.name() : System.getProperty("sun.jnu.encoding", "UTF-8"));
    }

    /**
     * Why a file cannot have a name or path, and what to do.
     *
     * @return one or more sentences; empty if it can
     */
    public Optional<String> refusal(String path) {
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        String unknown = path.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> !charset.newEncoder().canEncode(letter))
                .distinct()
                .collect(Collectors.joining());
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "This Java cannot write '%s' in the name of a file: its encoding is %s. Run Maven with a locale of UTF-8, such as LC_ALL=C.UTF-8, or use plain letters."
                                .formatted(unknown, name));
    }
}
