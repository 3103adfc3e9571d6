package io.github.distillmaven.it.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The source of a page.
 *
 * @param file HTML
 */
public record Markup(Path file) {

    /**
     * What the Nu Html Checker calls an error or a warning, with line and source.
     *
     * @throws IOException if the file can not be read
     */
    public List<String> faults() throws IOException {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(OutputFormat.JSON);
        List<String> faults = new ArrayList<>();
        for (JsonNode message :
                JsonMapper.shared().readTree(validate(validator)).get("messages")) {
            // Without a subtype an info is no fault, such as one on the slashes that let the page be read as XML too.
            boolean info = message.get("type").asString().equals("info");
            if (!info || message.path("subType").asString("").equals("warning")) {
                faults.add("line %s: %s %s"
                        .formatted(
                                message.path("lastLine"), message.get("message").asString(), message.path("extract")));
            }
        }
        return faults;
    }

    private String validate(EmbeddedValidator validator) throws IOException {
        try {
            return validator.validate(file);
        } catch (SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
