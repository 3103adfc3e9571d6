package io.github.distillmaven.provenance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line that somebody may copy into a POSIX shell: it does there what its words say and nothing else, whatever is in them.
 *
 * @param words the program and its arguments
 */
public record ShellCommand(List<String> words) {

    private static final Pattern PLAIN = Pattern.compile("[\\w.,:=/+-]+");
    /** The shells of Windows know these quotes too. */
    private static final Pattern FIT_FOR_DOUBLE_QUOTES = Pattern.compile("[^\"$`\\\\!]*");
    /** Control, format and unknown characters, that a terminal may act on or that nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    public ShellCommand {
        words = List.copyOf(words);
    }

    /** The whole of it in one line. */
    public String text() {
        return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        if (UNSEEN.matcher(word).find()) {
            return "\"$(printf '" + inOctal(word) + "')\"";
        }
        return FIT_FOR_DOUBLE_QUOTES.matcher(word).matches()
                ? '"' + word + '"'
                : "'" + word.replace("'", "'\\''") + "'";
    }

    /** For {@code printf}, with everything but letters, digits and a few more as octal numbers of its bytes. */
    private static String inOctal(String word) {
        StringBuilder octal = new StringBuilder();
        for (byte character : word.getBytes(StandardCharsets.UTF_8)) {
            if (character > 0 && PLAIN.matcher(Character.toString(character)).matches()) {
                octal.append((char) character);
            } else {
                octal.append('\\').append(octalDigits(character & 0xff));
            }
        }
        return octal.toString();
    }

    private static String octalDigits(int character) {
        return "" + (char) ('0' + (character >> 6)) + (char) ('0' + (character >> 3 & 7))
                + (char) ('0' + (character & 7));
    }
}
