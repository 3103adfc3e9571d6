package io.github.distillmaven.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Knows the log-in and outage pages that servers send in place of a file. */
public final class WebPage {

    /** What it is that came, in words without a full stop. */
    public static final String REASON = "a web page in place of the file";

    private static final int HEAD_BYTES = 4096;

    private static final List<String> MARKS =
            List.of("<html", "<!doctype html", "<head", "<body", "<title", "<script", "<meta");

    private WebPage() {}

    /** Whether a file holds such a page; one that cannot be read does not. */
    public static boolean isIn(Path path) {
        try (InputStream content = Files.newInputStream(path)) {
            return isBegunBy(new String(content.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false; // whoever asks reports what it met itself
        }
    }

    /** Whether a text is the beginning of such a page, in UTF-8 or UTF-16. */
    static boolean isBegunBy(String text) {
        String head = text.replaceAll("[\uFEFF\uFFFD\u0000]", "").strip().toLowerCase(Locale.ROOT);
        return head.startsWith("<") && MARKS.stream().anyMatch(head::contains);
    }
}
