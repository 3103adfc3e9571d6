package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import io.github.distillmaven.experiment.Preset;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.settings.SweepSettings;
import io.github.distillmaven.text.NearestName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A preset as XML: a {@code <preset>} with {@code <title>}, perhaps {@code <basedOn>} and {@code <published>}, and {@code
 * <configuration>}.
 */
final class PresetDocument {

    private static final String ROOT = "preset";
    private static final String TITLE = "title";
    private static final String PUBLISHED = "published";
    private static final String CONFIGURATION = "configuration";
    private static final String BASED_ON = "basedOn";
    private static final List<String> PARTS = List.of(TITLE, BASED_ON, PUBLISHED, CONFIGURATION);

    /** Lists, whose elements have no names by which those of another preset could be overridden one by one. */
    private static final List<String> LISTS = List.of("students", "expectations", SweepSettings.PATH);

    private static final String SOURCE = "source";
    private static final String TEACHER_TRAIN = "teacherTrainAccuracy";
    private static final String TEACHER_TEST = "teacherTestAccuracy";
    private static final String SIZE = "transferSize";
    private static final String STUDENT_TEST = "studentTestAccuracy";
    private static final List<String> SHARES = List.of(TEACHER_TRAIN, TEACHER_TEST, STUDENT_TEST);
    private static final List<String> FACTS =
            Stream.concat(Stream.of(SOURCE, SIZE), SHARES.stream()).toList();

    private final Element root;

    private PresetDocument(Element root) {
        this.root = root;
    }

    /**
     * Reads XML, without anything from elsewhere.
     *
     * @throws SAXException if it is none
     */
    static PresetDocument read(InputStream xml) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The parser's own would print what it throws as well.
            builder.setErrorHandler(new DefaultHandler());
            return new PresetDocument(builder.parse(xml).getDocumentElement());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java reads no XML", e);
        }
    }

    /** What is wrong with it, apart from the settings; nothing if {@link #preset} can be called. */
    List<String> problems() {
        if (!root.getTagName().equals(ROOT)) {
            return List.of("The root element is <%s>; it must be <%s>.".formatted(root.getTagName(), ROOT));
        }
        Stream<String> facts = children(root, PUBLISHED)
                .flatMap(published -> Stream.concat(unknown("<published>", published, FACTS), numbers(published)));
        Stream<String> missing = Stream.of(TITLE, CONFIGURATION)
                .filter(part -> children(root, part).findFirst().isEmpty()
                        || part.equals(TITLE) && text(root, TITLE).isEmpty())
                .map("<%s> is missing or empty."::formatted);
        return Stream.of(unknown("A preset", root, PARTS), missing, facts)
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<String> unknown(String whole, Element parent, List<String> known) {
        return children(parent)
                .map(Element::getTagName)
                .filter(name -> !known.contains(name))
                .map(name -> "<%s> is not known.%s %s takes: %s."
                        .formatted(
                                name,
                                NearestName.of(name, known)
                                        .map(" Did you mean <%s>?"::formatted)
                                        .orElse(""),
                                whole,
                                String.join(", ", known)));
    }

    private static Stream<String> numbers(Element published) {
        return Stream.concat(
                SHARES.stream().flatMap(name -> refusal(published, name, Double::valueOf, "a number")),
                refusal(published, SIZE, Integer::valueOf, "a whole number"));
    }

    private static Stream<String> refusal(
            Element published, String name, Function<String, ?> reader, String expectation) {
        try {
            number(published, name, reader);
            return Stream.empty();
        } catch (NumberFormatException e) {
            return Stream.of(
                    "<published><%s> is '%s'; it must be %s.".formatted(name, text(published, name), expectation));
        }
    }

    /** Name of the preset of the plugin that it is based on; empty if it is complete. */
    Optional<String> basedOn() {
        return children(root, BASED_ON).findFirst().map(base -> text(root, BASED_ON));
    }

    /**
     * The preset that it describes.
     *
     * @param base what it is based on: it has all settings of that which it does not say itself, but nothing that was published
     */
    Preset preset(String name, Optional<Preset> base) {
        return new Preset(
                name,
                text(root, TITLE),
                children(root, PUBLISHED)
                        .findFirst()
                        .map(PresetDocument::published)
                        .orElse(null),
                over(
                        base.map(Preset::values).orElse(Map.of()),
                        values(children(root, CONFIGURATION).findFirst().orElseThrow())));
    }

    /** A list takes the place of that of the base; an empty one leaves none. */
    private static Map<String, String> over(Map<String, String> base, Map<String, String> own) {
        Map<String, String> values = new LinkedHashMap<>(base);
        LISTS.stream()
                .filter(list -> own.keySet().stream().anyMatch(path -> isIn(list, path)))
                .forEach(list -> values.keySet().removeIf(path -> isIn(list, path)));
        values.putAll(own);
        values.keySet().removeAll(LISTS);
        return values;
    }

    private static boolean isIn(String list, String path) {
        return path.equals(list) || path.startsWith(list + ".");
    }

    private static Published published(Element published) {
        return new Published(
                text(published, SOURCE),
                share(published, TEACHER_TRAIN),
                share(published, TEACHER_TEST),
                number(published, SIZE, Integer::valueOf).orElse(null),
                share(published, STUDENT_TEST));
    }

    private static Map<String, String> values(Element configuration) {
        Map<String, String> values = new LinkedHashMap<>();
        collect("", configuration, values);
        return values;
    }

    private static void collect(String path, Element element, Map<String, String> values) {
        List<Element> children = children(element).toList();
        if (children.isEmpty() && !path.isEmpty()) {
            values.put(path, element.getTextContent().strip());
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (Element child : children) {
            int number = numbers.merge(child.getTagName(), 1, Integer::sum);
            String name = number == 1 ? child.getTagName() : child.getTagName() + "[" + number + "]";
            collect(path.isEmpty() ? name : path + "." + name, child, values);
        }
    }

    private static @Nullable Double share(Element published, String name) {
        return number(published, name, Double::valueOf).orElse(null);
    }

    private static <T> Optional<T> number(Element parent, String name, Function<String, T> reader) {
        return children(parent, name)
                .findFirst()
                .map(child -> reader.apply(child.getTextContent().strip()));
    }

    private static String text(Element parent, String name) {
        return children(parent, name)
                .map(child -> child.getTextContent().strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining());
    }

    private static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(child -> child.getTagName().equals(name));
    }

    private static Stream<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(index -> parent.getChildNodes().item(index))
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
