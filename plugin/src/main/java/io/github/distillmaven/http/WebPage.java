package io.github.distillmaven.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Knows the log-in and outage pages that servers send in place of a file. */
public final class WebPage {

    /** What it is that came, in words without a full stop. */
    public static final String REASON = "a web page in place of the file";

    private static final int HEAD_BYTES = 1024;

    private WebPage() {}

    /** Whether a file holds such a page; one that cannot be read does not. */
    public static boolean isIn(Path path) {
        try (InputStream content = Files.newInputStream(path)) {
            String head = new String(content.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            return head.startsWith("<") && (head.contains("<html") || head.contains("<!doctype html"));
        } catch (IOException e) {
            return false; // whoever asks reports what it met itself
        }
    }
}
