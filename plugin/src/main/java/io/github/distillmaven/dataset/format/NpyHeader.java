package io.github.distillmaven.dataset.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text at the beginning of an {@link NpyFile}: a dictionary of Python's.
 *
 * @param type of the elements
 * @param dimensions from the slowest to the fastest
 */
record NpyHeader(NpyFile.Type type, List<Integer> dimensions) {

    private static final int ALIGNMENT = 64;
    private static final Pattern FORM = Pattern.compile(
            "\\{'descr': (.+), 'fortran_order': (True|False), 'shape': \\(((?:\\d{1,10},? ?)*)\\), \\}\\s*");

    /** Padded, so that the elements begin at a multiple of 64 bytes. */
    String text() {
        String shape = dimensions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
                .formatted(type.code(), dimensions.size() == 1 ? shape + "," : shape);
        int unpadded = NpyFile.PREFIX + dictionary.length() + 1;
        return dictionary + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
    }

    static NpyHeader read(Path file, String text) throws IOException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IOException(file + " has a header that NumPy does not write: " + text.strip());
        }
        NpyFile.Type type = type(file, matcher.group(1));
        if (matcher.group(2).equals("True")) {
            throw new IOException(file + " is in the order of Fortran, expected the order of C");
        }
        return new NpyHeader(type, dimensions(file, matcher.group(3)));
    }

    private static NpyFile.Type type(Path file, String found) throws IOException {
        for (NpyFile.Type type : NpyFile.Type.values()) {
            if (found.equals("'" + type.code() + "'")) {
                return type;
            }
        }
        throw new IOException(
                "%s holds elements of the type %s, expected '<f4', '<i4' or '|u1'".formatted(file, found));
    }

    private static List<Integer> dimensions(Path file, String text) throws IOException {
        try {
            return Arrays.stream(text.split("[, ]+"))
                    .filter(size -> !size.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IOException(file + " holds an array of (" + text + "), which is more than fits into memory", e);
        }
    }
}
