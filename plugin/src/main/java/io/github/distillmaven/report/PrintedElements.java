package io.github.distillmaven.report;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.text.StringEscapeUtils;

/** Elements of a POM, printed from the paths of their texts. */
final class PrintedElements {

    private static final String STEP = "  ";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, PrintedElements> parents = new LinkedHashMap<>();

    /**
     * Adds a text.
     *
     * @param path of its element, with dots; a repeated element has its number in brackets from the second on
     */
    void add(String path, String text) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            texts.put(path, text);
        } else {
            parents.computeIfAbsent(path.substring(0, dot), parent -> new PrintedElements())
                    .add(path.substring(dot + 1), text);
        }
    }

    /** One line for each text, texts before elements of elements, in the order in which they were added. */
    String xml(String indentation) {
        StringBuilder xml = new StringBuilder();
        texts.forEach((element, text) -> {
            String name = name(element);
            xml.append("%s<%s>%s</%s>\n".formatted(indentation, name, StringEscapeUtils.escapeXml10(text), name));
        });
        parents.forEach((element, below) -> {
            String name = name(element);
            xml.append("%s<%s>\n%s%s</%s>\n"
                    .formatted(indentation, name, below.xml(indentation + STEP), indentation, name));
        });
        return xml.toString();
    }

    private static String name(String element) {
        return element.replaceFirst("\\[\\d+]$", "");
    }
}
