package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

import io.github.distillmaven.text.ForeignText;
import io.github.distillmaven.text.JsonProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a lock file, and refuses one that was not left by a plugin that writes this format.
 *
 * @param file where it lies
 */
record LockFileReader(Path file) {

    private static final String FORMAT = "format";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** The content; of a file that is not there, the empty one. */
    LockContent read() throws LockFileException {
        byte[] bytes;
        try {
            bytes = new SmallFile(file).read();
        } catch (NoSuchFileException nothingLocked) {
            return LockContent.empty();
        } catch (IOException e) {
            throw new LockFileException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
        refuseUnfinishedMerge(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        try {
            StrictJson json = new StrictJson();
            JsonNode tree = json.parse(bytes);
            refuseOtherFormat(tree);
            LockContent content = json.bind(tree, LockContent.class);
            for (Map.Entry<String, SortedMap<String, LockedStep>> experiment :
                    content.experiments().entrySet()) {
                for (Map.Entry<String, LockedStep> step : experiment.getValue().entrySet()) {
                    requireDigests(experiment.getKey() + ", " + step.getKey(), step.getValue());
                }
            }
            return content;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
            throw damaged(JsonProblem.of(e) + (line > 0 ? ", line " + line : ""), e);
        }
    }

    private void refuseUnfinishedMerge(List<String> lines) throws LockFileException {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).startsWith("<<<<<<<")) {
                throw new LockFileException(
                        "%s holds the marks of an unfinished merge, line %s: %s. Take the file of either side as a whole, then write it again with -Ddistill.lock."
                                .formatted(file, index + 1, ForeignText.line(lines.get(index))));
            }
        }
    }

    private void refuseOtherFormat(JsonNode tree) throws LockFileException {
        JsonNode format = tree.path(FORMAT);
        if (!format.isInt()) {
            throw damaged("it does not say its format", null);
        }
        if (format.intValue() != LockContent.FORMAT) {
            throw new LockFileException(
                    "%s has format %s, but this version of the plugin knows only format %s. Use the version that wrote the file, or delete it and write it again with -Ddistill.lock."
                            .formatted(file, format.intValue(), LockContent.FORMAT));
        }
    }

    private void requireDigests(String name, LockedStep step) throws LockFileException {
        if (!SHA_256.matcher(step.key()).matches()) {
            throw damaged("the key of " + name + " is not a SHA-256: " + step.key(), null);
        }
        for (Map.Entry<String, String> output : step.outputs().entrySet()) {
            if (!SHA_256.matcher(output.getValue()).matches()) {
                throw damaged(
                        "the digest of %s, %s is not a SHA-256: %s".formatted(name, output.getKey(), output.getValue()),
                        null);
            }
        }
    }

    private LockFileException damaged(String problem, @Nullable Throwable cause) {
        return new LockFileException(
                "%s is damaged: %s. Restore the committed file, or delete it and write it again with -Ddistill.lock."
                        .formatted(file, ForeignText.line(problem)),
                cause);
    }
}
