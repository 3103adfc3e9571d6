package io.github.distillmaven.experiment.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reference to a property that nobody sets, which Maven leaves as it was written. */
final class UnsetProperty {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private UnsetProperty() {}

    /**
     * What to say of the first one in a text; empty if there is none.
     *
     * @param where the text stands
     */
    static Optional<String> refusal(String where, String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.find()
                ? Optional.of("%s is '%s', but the property %s is not set. Set it in the POM's <properties> or with -D."
                        .formatted(where, text, reference.group(1)))
                : Optional.empty();
    }
}
