package io.github.distillmaven.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The presets, each read from a resource file {@code presets/<name>.xml}. */
public final class PresetCatalog {

    /** What an experiment starts from when the user names no preset. */
    public static final String DEFAULT = "garments-to-digits";

    private static final List<String> NAMES = List.of(
            DEFAULT,
            "fashion-to-mnist",
            "fashion-to-mnist-normalized",
            "two-dimensional",
            "mnist-errors",
            "fashion-errors",
            "cifar10-errors");

    /** Names of all presets, the default first. */
    public List<String> names() {
        return NAMES;
    }

    /**
     * Reads a preset.
     *
     * @param name one of {@link #names}
     */
    public Preset read(String name) {
        if (!NAMES.contains(name)) {
            throw new NoSuchElementException("no preset '" + name + "'");
        }
        try (InputStream resource = PresetCatalog.class.getResourceAsStream("presets/" + name + ".xml")) {
            Element preset = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(resource)
                    .getDocumentElement();
            return new Preset(
                    name,
                    text(preset, "title"),
                    children(preset, "published")
                            .findFirst()
                            .map(this::published)
                            .orElse(null),
                    values(children(preset, "configuration").findFirst().orElseThrow()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the resource of preset '" + name + "' cannot be read", e);
        }
    }

    private Published published(Element published) {
        return new Published(
                text(published, "source"),
                number(published, "teacherTrainAccuracy", Double::valueOf),
                number(published, "teacherTestAccuracy", Double::valueOf),
                number(published, "transferSize", Integer::valueOf),
                number(published, "studentTestAccuracy", Double::valueOf));
    }

    private Map<String, String> values(Element configuration) {
        Map<String, String> values = new LinkedHashMap<>();
        collect("", configuration, values);
        return values;
    }

    private void collect(String path, Element element, Map<String, String> values) {
        List<Element> children = children(element, null).toList();
        if (children.isEmpty()) {
            values.put(path, element.getTextContent().strip());
        }
        for (Element child : children) {
            collect(path.isEmpty() ? child.getTagName() : path + "." + child.getTagName(), child, values);
        }
    }

    private static <T> T number(Element parent, String name, Function<String, T> reader) {
        return children(parent, name)
                .findFirst()
                .map(child -> reader.apply(child.getTextContent().strip()))
                .orElse(null);
    }

    private static String text(Element parent, String name) {
        return children(parent, name)
                .map(child -> child.getTextContent().strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining());
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(index -> parent.getChildNodes().item(index))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> name == null || child.getTagName().equals(name));
    }
}
