package io.github.distillmaven.experiment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of an experiment. It is that of a folder and of files on every platform, so that a build which passes on one does not
 * fail, or write over another experiment, on the next.
 */
public final class ExperimentName {

    /** What stands beside the experiments in {@code target/distill}. */
    private static final Set<String> TAKEN = Set.of("index.html", "distill.css");

    /** Letters of every script, with their marks; the joiners of Persian and Hindi between them. */
    private static final Pattern WRITTEN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._ -]|[\\u200c\\u200d](?=[\\p{L}\\p{M}]))*");

    private static final Pattern DEVICE_OF_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|(com|lpt)[0-9]) *(\\..*)?", Pattern.DOTALL);

    /** A file name may have 255 bytes, and the longest is TEST-, the name, and .xml. */
    private static final int MOST_BYTES = 255 - "TEST-.xml".length();

    private ExperimentName() {}

    /** The one way to write a name, however an editor composes its letters. */
    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** What two names have in common that a file system may take for one: case, and how letters are composed. */
    public static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\u200c\\u200d]", "");
        return Normalizer.normalize(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /**
     * What is wrong with a name.
     *
     * @param name in {@link #normal} form
     * @return a sentence or more; empty if nothing is
     */
    public static Optional<String> refusal(String name) {
        return refusal(name, FileNameEncoding.ofThisJvm());
    }

    static Optional<String> refusal(String name, FileNameEncoding encoding) {
        return problem(name)
                .map(problem ->
                        "The execution's <id>, or its <experiment>, '%s' names the experiment and its folder; %s"
                                .formatted(name, problem))
                .or(() -> encoding.refusal(name)
                        .map(sentence -> "The experiment's name '%s' names its folder. %s".formatted(name, sentence)));
    }

    private static Optional<String> problem(String name) {
        if (!WRITTEN.matcher(name).matches()) {
            return Optional.of("use letters, digits, '.', '_', '-' and spaces, a letter or digit first.");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("a dot or a space at its end gets lost on Windows. Leave it out.");
        }
        String folded = folded(name);
        if (DEVICE_OF_WINDOWS.matcher(folded).matches()) {
            return Optional.of("on Windows that is a device. Take another name.");
        }
        if (TAKEN.contains(folded)) {
            return Optional.of("the report has a file of that name beside it. Take another name.");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MOST_BYTES
                ? Optional.empty()
                : Optional.of(
                        "it has %s bytes in UTF-8, and %s is the most that the names of its files leave. Shorten it."
                                .formatted(bytes, MOST_BYTES));
    }
}
