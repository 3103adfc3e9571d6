package io.github.distillmaven.gate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What came out of the conditions of an experiment in the form of Surefire's reports, which every CI server reads. It has no times,
 * so that equal outcomes give equal bytes.
 *
 * @param experiment its name
 * @param outcomes one test case each
 */
public record JUnitReport(String experiment, List<Outcome> outcomes) {

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\t\n\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    private static final String REPLACEMENT = "\uFFFD";
    private static final String TIME = "0";

    /** Name of the file: of a cell of a sweep, that of the cell. */
    public String fileName() {
        return "TEST-" + experiment.substring(experiment.lastIndexOf('/') + 1) + ".xml";
    }

    /** Writes the file into a folder. */
    public void write(Path folder) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(fileName()))) {
            // Maven's class path may hold another writer, which formats in its own way.
            write(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file));
        } catch (XMLStreamException e) {
            throw new IOException(folder.resolve(fileName()) + ": " + e.getMessage(), e);
        }
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", suite());
        attribute(xml, "time", TIME);
        attribute(xml, "tests", Integer.toString(outcomes.size()));
        attribute(xml, "errors", count(Outcome.Status.ERROR));
        attribute(xml, "skipped", count(Outcome.Status.SKIPPED, Outcome.Status.NOT_HELD));
        attribute(xml, "failures", count(Outcome.Status.UNMET));
        for (Outcome outcome : outcomes) {
            xml.writeCharacters("\n  ");
            testCase(xml, outcome);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void testCase(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "name", outcome.condition());
        attribute(xml, "classname", suite());
        attribute(xml, "time", TIME);
        switch (outcome.status()) {
            case MET -> said(xml, outcome.text());
            case UNMET -> explanation(xml, "failure", outcome.text());
            case ERROR -> explanation(xml, "error", outcome.text());
            case SKIPPED, NOT_HELD -> skipped(xml, outcome.text());
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void explanation(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement(element);
        attribute(xml, "message", text);
        attribute(xml, "type", "expectation");
        // Some servers show the message, others what the element holds.
        xml.writeCharacters(safe(text));
        xml.writeEndElement();
    }

    private static void skipped(XMLStreamWriter xml, String reason) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeEmptyElement("skipped");
        attribute(xml, "message", reason);
    }

    private static void said(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("system-out");
        xml.writeCharacters(safe(text));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, safe(value));
    }

    /** XML has no way to write most control characters. */
    private static String safe(String text) {
        return NOT_IN_XML.matcher(text).replaceAll(REPLACEMENT);
    }

    private String suite() {
        return "distill." + experiment;
    }

    private String count(Outcome.Status... statuses) {
        return Long.toString(outcomes.stream()
                .filter(outcome -> List.of(statuses).contains(outcome.status()))
                .count());
    }
}
