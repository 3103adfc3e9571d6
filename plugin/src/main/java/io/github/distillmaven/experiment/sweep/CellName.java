package io.github.distillmaven.experiment.sweep;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * What cells are called: {@code teacher.epochs=1,student.network=mlp}. It is the name of a folder on every file system, so what some of them do
 * not take becomes a hyphen, and a name that this or its length made ambiguous ends with a checksum of what was written.
 */
final class CellName {

    /** Leaves room for the folders above and below within the 260 characters of Windows. */
    private static final int LONGEST = 80;

    private static final String UNSAFE = "[^A-Za-z0-9._+-]+";

    private CellName() {}

    /** @param written what the cell sets, by path; at least one setting */
    static String of(Map<String, String> written) {
        String exact = text(written, "");
        String safe = text(written, UNSAFE);
        boolean ends = safe.endsWith(".");
        if (safe.equals(exact) && safe.length() <= LONGEST && !ends) {
            return safe;
        }
        CRC32 sum = new CRC32();
        sum.update(exact.getBytes(StandardCharsets.UTF_8));
        String suffix = "-" + HexFormat.of().toHexDigits((int) sum.getValue());
        return safe.substring(0, Math.min(safe.length(), LONGEST - suffix.length())) + suffix;
    }

    private static String text(Map<String, String> written, String unsafe) {
        return written.entrySet().stream()
                .map(setting -> setting.getKey() + "="
                        + (unsafe.isEmpty()
                                ? setting.getValue()
                                : setting.getValue().replaceAll(unsafe, "-")))
                .collect(Collectors.joining(","));
    }
}
