package io.github.distillmaven.provenance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Says which bytes of two files differ.
 *
 * @param before names the first file beside a value
 * @param after names the second
 */
record ByteDifference(String before, String after) {

    String describe(Path old, Path now) throws IOException {
        long oldSize = Files.size(old);
        long nowSize = Files.size(now);
        long differing = 0;
        long first = -1;
        int firstOld = 0;
        int firstNow = 0;
        try (InputStream left = new BufferedInputStream(Files.newInputStream(old));
                InputStream right = new BufferedInputStream(Files.newInputStream(now))) {
            for (long offset = 0; offset < Math.min(oldSize, nowSize); offset++) {
                int oldByte = left.read();
                int nowByte = right.read();
                if (oldByte != nowByte) {
                    if (differing == 0) {
                        first = offset;
                        firstOld = oldByte;
                        firstNow = nowByte;
                    }
                    differing++;
                }
            }
        }
        String verb = differing == 1 ? "differs" : "differ";
        String where = "the first at offset %s (%s %02x, %s %02x)"
                .formatted(count(first), before, firstOld & 0xff, after, firstNow & 0xff);
        if (oldSize == nowSize) {
            return "%s of %s bytes %s, %s".formatted(count(differing), count(oldSize), verb, where);
        }
        String sizes = "%s %s bytes, %s %s".formatted(before, count(oldSize), after, count(nowSize));
        return differing == 0
                ? sizes + ", no difference until the shorter one ends"
                : "%s, %s before the shorter one ends %s, %s"
                        .formatted(sizes, differing == 1 ? "1 byte" : count(differing) + " bytes", verb, where);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
