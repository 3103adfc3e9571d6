package io.github.distillmaven.experiment.settings;

import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.extension.Component;

/** Wording shared by the descriptions of settings. */
final class ReferenceText {

    private ReferenceText() {}

    /** Names as code, separated by commas. */
    static String listed(List<String> names) {
        return names.stream().map(ReferenceText::code).collect(Collectors.joining(", "));
    }

    /** What there is to choose from, each with its meaning in brackets. */
    static String described(List<? extends Component> components) {
        return joined(
                components.stream()
                        .map(component -> code(component.id()) + " (" + component.meaning() + ")")
                        .toList(),
                " or ");
    }

    /** The sentence that says who uses a setting. */
    static String used(List<? extends Component> components) {
        List<String> names =
                components.stream().map(component -> code(component.id())).toList();
        return names.size() == 1 ? "Only " + names.get(0) + " uses it." : joined(names, " and ") + " use it.";
    }

    /** Texts separated by commas, but for the last two. */
    static String joined(List<String> texts, String last) {
        int end = texts.size() - 1;
        return end < 1 ? String.join("", texts) : String.join(", ", texts.subList(0, end)) + last + texts.get(end);
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
