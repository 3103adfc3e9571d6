package io.github.distillmaven.mojo.configuration;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Elements whose names are not ours, such as those in {@code <options>} of {@code <cluster>}: they become what the property would be. */
final class ForeignOptions {

    private ForeignOptions() {}

    /**
     * The elements as one text, {@code name="value"} each, separated by blanks.
     *
     * @param evaluate puts values in the place of expressions
     */
    static String text(Xpp3Dom element, UnaryOperator<String> evaluate) {
        return Arrays.stream(element.getChildren())
                .map(option -> option.getName() + "=" + quoted(evaluate.apply(value(option))))
                .collect(Collectors.joining(" "));
    }

    private static String value(Xpp3Dom option) {
        return Optional.ofNullable(option.getValue()).orElse("");
    }

    /** A double quote cannot be in double quotes, but beside them in single ones. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"'\"'\"") + '"';
    }
}
