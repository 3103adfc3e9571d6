package io.github.distillmaven.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Knows what lies where binary data should: pages and messages of servers, and pointers of tools that keep large files elsewhere. */
public final class StandIn {

    private static final int HEAD_BYTES = 4096;

    private StandIn() {}

    /** What a file holds in place of data, in words without a full stop; empty if it is nothing known or cannot be read. */
    public static Optional<String> in(Path path) {
        try (InputStream content = Files.newInputStream(path)) {
            return named(new String(content.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // whoever asks reports what it met itself
        }
    }

    private static Optional<String> named(String head) {
        if (WebPage.isBegunBy(head)) {
            return Optional.of(WebPage.REASON);
        }
        if (head.startsWith("version https://git-lfs.github.com/spec/") || head.startsWith("version https://hawser.")) {
            return Optional.of("a Git LFS pointer in place of the file; get the file itself with git lfs pull");
        }
        if (head.startsWith("/annex/objects/")) {
            return Optional.of("a git-annex pointer in place of the file; get the file itself with git annex get");
        }
        String text = head.strip();
        if (text.startsWith("<?xml") || text.startsWith("<Error")) {
            return Optional.of("an XML message in place of the file");
        }
        if (text.startsWith("{\"") || text.startsWith("[{\"")) {
            return Optional.of("a JSON message in place of the file");
        }
        return Optional.empty();
    }
}
