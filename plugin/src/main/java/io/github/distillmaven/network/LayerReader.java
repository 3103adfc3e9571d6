package io.github.distillmaven.network;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.text.NearestName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads layers as users write them.
 *
 * @param problems takes a sentence or more for each thing that is wrong
 */
record LayerReader(List<String> problems) {

    static final String SHORTCUT = "shortcut";

    /**
     * Reads the layers of a network.
     *
     * @param xml of an element that holds them
     */
    List<ComposedLayer> read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The parser's own would print what it throws as well.
            builder.setErrorHandler(new DefaultHandler());
            Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            return layers(root, "", List.of());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java reads no XML", e);
        } catch (SAXException | IOException e) {
            problems.add("its layers are no XML: " + e.getMessage() + ".");
            return List.of();
        }
    }

    /** @param others elements that may stand among the layers */
    private List<ComposedLayer> layers(Element parent, String prefix, List<String> others) {
        List<ComposedLayer> layers = new ArrayList<>();
        List<Element> elements = children(parent)
                .filter(element -> !others.contains(element.getTagName()))
                .toList();
        for (int index = 0; index < elements.size(); index++) {
            layer(elements.get(index), prefix + (index + 1)).ifPresent(layers::add);
        }
        return layers;
    }

    private Optional<ComposedLayer> layer(Element element, String number) {
        String name = element.getTagName();
        String place = "layer " + number + ", <" + name + ">";
        Optional<LayerKind> kind = LayerKind.of(name);
        if (kind.isEmpty()) {
            problems.add("%s: is not known.%s The layers are: %s."
                    .formatted(
                            place,
                            NearestName.of(name, LayerKind.elements())
                                    .map(near -> " Did you mean <" + near + ">?")
                                    .orElse(""),
                            String.join(", ", LayerKind.elements())));
            return Optional.empty();
        }
        if (kind.get() == LayerKind.RESIDUAL) {
            return Optional.of(residual(element, number, place));
        }
        return Optional.of(
                new ComposedLayer(kind.get(), number, choice(kind.get(), element, place), List.of(), List.of()));
    }

    private ComposedLayer residual(Element element, String number, String place) {
        List<ComposedLayer> inside = layers(element, number + ".", List.of(SHORTCUT));
        List<Element> shortcuts = children(element)
                .filter(child -> child.getTagName().equals(SHORTCUT))
                .toList();
        if (shortcuts.size() > 1) {
            problems.add(place + ": has " + shortcuts.size() + " <shortcut>. Keep one of them.");
        }
        if (children(element).count() == shortcuts.size()) {
            problems.add(place + ": has no layers. Put one in it at least.");
        }
        List<ComposedLayer> around = shortcuts.stream()
                .limit(1)
                .flatMap(shortcut -> layers(shortcut, number + "." + SHORTCUT + ".", List.of()).stream())
                .toList();
        return new ComposedLayer(LayerKind.RESIDUAL, number, Choice.of(LayerKind.RESIDUAL.element()), inside, around);
    }

    private Choice choice(LayerKind kind, Element element, String place) {
        List<String> known = kind.options().stream().map(Option::name).toList();
        List<String> written = children(element).map(Element::getTagName).toList();
        written.stream()
                .distinct()
                .filter(name -> !known.contains(name))
                .map(name -> known.isEmpty()
                        ? "%s: holds <%s>, but takes no elements.".formatted(place, name)
                        : "%s: <%s> is not known.%s It takes: %s."
                                .formatted(
                                        place,
                                        name,
                                        NearestName.of(name, known)
                                                .map(near -> " Did you mean <" + near + ">?")
                                                .orElse(""),
                                        String.join(", ", known)))
                .forEach(problems::add);
        kind.required().stream()
                .filter(name -> !written.contains(name))
                .map(name -> "%s: has no <%s>. Give it one.".formatted(place, name))
                .forEach(problems::add);
        if (written.isEmpty() && !element.getTextContent().isBlank()) {
            problems.add("%s: holds the text '%s', but takes %s."
                    .formatted(
                            place,
                            element.getTextContent().strip(),
                            known.isEmpty() ? "none" : "elements: " + String.join(", ", known)));
        }
        SortedMap<String, String> values = new TreeMap<>();
        for (Option<?> option : kind.options()) {
            List<String> texts = children(element)
                    .filter(child -> child.getTagName().equals(option.name()))
                    .map(child -> child.getTextContent().strip())
                    .toList();
            if (texts.size() > 1) {
                problems.add("%s: has <%s> more than once. Keep one of them.".formatted(place, option.name()));
            }
            texts.stream().limit(1).forEach(text -> read(option, text, place, values));
        }
        return new Choice(kind.element(), values);
    }

    private void read(Option<?> option, String text, String place, SortedMap<String, String> values) {
        try {
            option.type().read(text);
            values.put(option.name(), text);
        } catch (IllegalArgumentException e) {
            problems.add("%s: <%s> is '%s'; it must be %s."
                    .formatted(place, option.name(), text, option.type().expectation()));
        }
    }

    private static Stream<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(child -> child.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }
}
