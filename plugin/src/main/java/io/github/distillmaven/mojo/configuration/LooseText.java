package io.github.distillmaven.mojo.configuration;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Text and attributes below {@code <configuration>} that Maven drops without a word, such as {@code <teacher>cnn <epochs>3</epochs></teacher>}.
 * They are in the file of the POM alone, not in what Maven makes of it.
 *
 * @param artifact id of the plugin
 * @param execution whose configuration, and that of all executions, is looked at
 * @param profiles that are active; others count for nothing
 */
record LooseText(String artifact, String execution, Set<String> profiles) {

    private static final String CONFIGURATION = "configuration";

    /** Of an element and what is in it so far. */
    private static final class Frame {
        private final String name;
        private final StringBuilder text = new StringBuilder();
        private boolean parent;
        private String id = "";
        private String artifact = "";
        private final List<String> problems = new ArrayList<>();

        private Frame(String name) {
            this.name = name;
        }
    }

    /**
     * A sentence for each place; none if the file cannot be read, which Maven has done already.
     *
     * @param pom the file
     */
    List<String> problems(File pom) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream file = Files.newInputStream(pom.toPath())) {
            return read(factory.createXMLStreamReader(file));
        } catch (IOException | XMLStreamException readByMavenBefore) {
            return List.of();
        }
    }

    private List<String> read(XMLStreamReader xml) throws XMLStreamException {
        Deque<Frame> open = new ArrayDeque<>();
        open.push(new Frame(""));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.peek().parent = true;
                    open.push(new Frame(xml.getLocalName()));
                    attributes(xml, open);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.peek().text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end(open.pop(), open);
                default -> {}
            }
        }
        return open.peek().problems;
    }

    /** Those that Maven itself knows say how configurations are merged. */
    private static void attributes(XMLStreamReader xml, Deque<Frame> open) {
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            String name = xml.getAttributeLocalName(index);
            boolean ofMaven = name.startsWith("combine.") || name.equals("space") || name.equals("implementation");
            if (!ofMaven && place(open).startsWith("<")) {
                open.peek()
                        .problems
                        .add("%s has the attribute %s=\"%s\". Settings are elements: write <%s> inside of it."
                                .formatted(place(open), name, xml.getAttributeValue(index), name));
            }
        }
    }

    private void end(Frame frame, Deque<Frame> open) {
        Frame parent = open.peek();
        String text = frame.text.toString().strip();
        open.push(frame);
        if (frame.parent && !text.isEmpty() && !place(open).isEmpty()) {
            frame.problems.add("%s holds the text '%s' between its elements. Remove it, or put it into one of them."
                    .formatted(place(open), text.replaceAll("\\s+", " ")));
        }
        open.pop();
        if (frame.name.equals("id")) {
            parent.id = text;
        }
        if (frame.name.equals("artifactId")) {
            parent.artifact = text;
        }
        boolean foreign = frame.name.equals("plugin") && !frame.artifact.equals(artifact)
                || frame.name.equals("profile") && !profiles.contains(frame.id)
                || frame.name.equals("execution") && !frame.id.equals(execution);
        if (!foreign) {
            parent.problems.addAll(frame.problems);
        }
    }

    /** The element as messages name it; empty if it is not below a plugin's configuration. */
    private static String place(Deque<Frame> open) {
        StringBuilder place = new StringBuilder();
        for (Frame frame : open) {
            if (frame.name.equals(CONFIGURATION)) {
                return place.isEmpty() ? "<" + CONFIGURATION + ">" : place.toString();
            }
            place.insert(0, "<" + frame.name + ">");
        }
        return "";
    }
}
