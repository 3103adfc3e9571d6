package io.github.distillmaven.report;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** A page or figure, read by a parser that forgives nothing, and held against the strictest content policy. */
public final class StrictPage {

    private final Path file;
    private final Document document;

    public StrictPage(Path file) throws Exception {
        this.file = file;
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        document = builder.parse(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /** All text, without the tags. */
    public String text() {
        return document.getDocumentElement().getTextContent();
    }

    public List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }

    /** {@code sandbox; default-src 'none'; img-src 'self'; style-src 'self'}: what it forbids must not be there. */
    public void assertNothingForbidden() {
        assertThat(names())
                .as("elements of %s", file)
                .doesNotContain(
                        "script", "style", "iframe", "object", "embed", "form", "base", "foreignObject", "image");
        for (Element element : elements("*")) {
            NamedNodeMap attributes = element.getAttributes();
            for (int index = 0; index < attributes.getLength(); index++) {
                String attribute = attributes.item(index).getNodeName();
                assertThat(attribute)
                        .as("attribute in %s", file)
                        .isNotEqualTo("style")
                        .doesNotStartWith("on");
            }
        }
    }

    /** What a screen reader needs: alternative texts, headed tables, headings in order, labels that exist. */
    public void assertAccessible() {
        assertThat(elements("html").get(0).getAttribute("lang")).isEqualTo("en");
        assertThat(elements("h1")).as("main headings").hasSize(1);
        assertThat(elements("img"))
                .allSatisfy(image -> assertThat(image.getAttribute("alt")).isNotBlank());
        assertThat(elements("th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("row", "col"));
        int level = 0;
        for (Element element : elements("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertThat(next).as("level of '%s'", element.getTextContent()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        List<String> ids = values("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(values("aria-labelledby")).containsAll(values("aria-describedby"));
    }

    /** Files that the page asks a browser to load, relative to it. */
    public Set<String> loadedFiles() {
        Set<String> files = new TreeSet<>();
        files.addAll(values("src"));
        files.addAll(values("srcset"));
        elements("link").forEach(link -> files.add(link.getAttribute("href")));
        return files;
    }

    private List<String> names() {
        return elements("*").stream().map(Element::getTagName).toList();
    }

    private List<String> values(String attribute) {
        return elements("*").stream()
                .map(element -> element.getAttribute(attribute))
                .filter(value -> !value.isEmpty())
                .flatMap(value -> Arrays.stream(value.split(" ")))
                .toList();
    }
}
