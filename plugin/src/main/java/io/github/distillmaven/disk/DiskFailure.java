package io.github.distillmaven.disk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A failure to write that no permission mends: the disk, its file system or a limit stands in the way.
 *
 * @param state continues "the disk of /some/folder"
 * @param hint one thing to try, without a full stop
 */
public record DiskFailure(String state, String hint) {

    /** No space is left. */
    public static final DiskFailure FULL = new DiskFailure("is full", "free some space there");

    /** The user's share of the space is used up. */
    public static final DiskFailure QUOTA =
            new DiskFailure("holds as much as your quota allows", "free some space there, or raise the quota");

    /** Nothing can be written to the file system. */
    public static final DiskFailure READ_ONLY = new DiskFailure("is read-only", "use a folder that can be written to");

    /** By what operating systems say, in lower case. */
    private static final List<Map.Entry<String, DiskFailure>> KNOWN = List.of(
            Map.entry("no space left on device", FULL),
            Map.entry("not enough space on the disk", FULL),
            Map.entry("quota exceeded", QUOTA),
            Map.entry("read-only file system", READ_ONLY),
            Map.entry(
                    "file too large",
                    new DiskFailure("takes no file of that size", "raise the limit on the size of files (ulimit -f)")),
            Map.entry("input/output error", new DiskFailure("has a defect", "check the disk")));

    /**
     * Looks through a failure and its causes.
     *
     * @return empty if none of them tells of the disk
     */
    public static Optional<DiskFailure> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> in(String.valueOf(cause.getMessage())).stream())
                .findFirst();
    }

    /** What a text tells of the disk, such as a line of a log. */
    public static Optional<DiskFailure> in(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> lowerCase.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
