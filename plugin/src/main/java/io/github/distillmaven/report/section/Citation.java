package io.github.distillmaven.report.section;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * How the tool is cited.
 *
 * @param author all of them, as one name
 * @param url of the project
 * @param year in which it began
 */
public record Citation(String author, String url, String year) {

    private static final String RESOURCE = "citation.properties";

    /** What the project's POM says. */
    static Citation ofTheTool() {
        Properties facts = new Properties();
        try (InputStream in = Citation.class.getResourceAsStream(RESOURCE)) {
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + RESOURCE + " of the plugin cannot be read", e);
        }
        return new Citation(facts.getProperty("author"), facts.getProperty("url"), facts.getProperty("year"));
    }
}
