package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.distillmaven.text.ForeignText;

/**
 * Says which files of two results differ, and in what. Bytes and lines are shown of files that are at hand on both sides and
 * are what the step wrote; of others, digests alone.
 *
 * @param before the result that the other one is held against
 * @param after the other one
 */
record OutputComparison(OutputSide before, OutputSide after) {

    /** One line for each file that differs, sorted by name; empty if all are the same. */
    List<String> differences() {
        SortedSet<String> names = new TreeSet<>(before.digests().keySet());
        names.addAll(after.digests().keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String old = before.digests().get(name);
            String now = after.digests().get(name);
            if (old == null) {
                differences.add(ForeignText.line(name) + ": " + after.only());
            } else if (now == null) {
                differences.add(ForeignText.line(name) + ": " + before.only());
            } else if (!old.equals(now)) {
                differences.add(ForeignText.line(name) + ": " + difference(name, old, now));
            }
        }
        return differences;
    }

    private String difference(String name, String oldDigest, String newDigest) {
        String digests = "SHA-256 %s %s, %s %s"
                .formatted(
                        before.word(),
                        ValueChanges.abbreviate(oldDigest),
                        after.word(),
                        ValueChanges.abbreviate(newDigest));
        Optional<Path> old = before.file(name);
        Optional<Path> now = after.file(name);
        if (old.isEmpty() || now.isEmpty()) {
            return digests;
        }
        try {
            Optional<String> lines = new LineDifference(before.word(), after.word()).describe(old.get(), now.get());
            return lines.isPresent()
                    ? lines.get()
                    : new ByteDifference(before.word(), after.word()).describe(old.get(), now.get()) + "; " + digests;
        } catch (IOException goneMeanwhile) {
            return digests;
        }
    }
}
