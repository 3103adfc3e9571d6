package io.github.distillmaven.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the compiled templates, which escape everything by its place in the page, and copies their style sheet. */
public final class Templates {

    private static final String STYLE_SHEET = "distill.css";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    public void write(Path file, String template, Object page) throws IOException {
        StringOutput html = new StringOutput();
        engine.render(template + ".jte", page, html);
        Files.writeString(file, html.toString(), StandardCharsets.UTF_8);
    }

    /** A template as a part of another page. */
    Content content(String template, Object model) {
        return output -> engine.render(template + ".jte", model, output);
    }

    /** Writes {@code distill.css} into {@code folder}. */
    public void copyStyleSheet(Path folder) throws IOException {
        try (InputStream stream = Templates.class.getResourceAsStream(STYLE_SHEET)) {
            Files.write(folder.resolve(STYLE_SHEET), stream.readAllBytes());
        }
    }
}
