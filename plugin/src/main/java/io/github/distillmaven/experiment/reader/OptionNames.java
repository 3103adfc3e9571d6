package io.github.distillmaven.experiment.reader;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.text.NearestName;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Tells the options of the command line that are meant for this plugin, and misspelt, from those that are not its business. */
public final class OptionNames {

    private static final String PREFIX = Setting.PROPERTIES.substring(0, Setting.PROPERTIES.length() - 1);
    private static final Pattern HEAD = Pattern.compile("([^\\p{P}\\p{S}\\s]*)[\\p{P}\\p{S}\\s]*(.*)", Pattern.DOTALL);
    /** More edits make {@code install} of {@code distill}. */
    private static final LevenshteinDistance EDITS = new LevenshteinDistance(2);

    private final List<String> known;

    /** @param known names of all options that there are, without {@value Setting#PROPERTIES} */
    public OptionNames(Collection<String> known) {
        this.known = List.copyOf(known);
    }

    /**
     * What is wrong with an option.
     *
     * @param name as it stands behind {@code -D}
     * @return a sentence for the user; empty if the option is known, or has nothing to do with this plugin
     */
    public Optional<String> refusal(String name) {
        if (name.startsWith(Setting.PROPERTIES)) {
            String rest = name.substring(Setting.PROPERTIES.length());
            return known.contains(rest) ? Optional.empty() : Optional.of(refusal(name, NearestName.of(rest, known)));
        }
        String plain = plain(name);
        Matcher parts = HEAD.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<String> exact = known.stream()
                .filter(option -> plain.equals(option.toLowerCase(Locale.ROOT)) && option.contains(".")
                        || plain.equals(PREFIX + option.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (exact.isPresent()) {
            return Optional.of(refusal(name, exact));
        }
        int edits = EDITS.apply(parts.group(1), PREFIX);
        String rest = parts.group(2);
        Optional<String> meant = edits < 0 || rest.isEmpty() ? Optional.empty() : NearestName.of(rest, known);
        return edits == 0 || edits == 1 || meant.isPresent() ? Optional.of(refusal(name, meant)) : Optional.empty();
    }

    private static String refusal(String name, Optional<String> meant) {
        return "-D" + name + " is not known."
                + meant.map(guess -> " Did you mean -D" + Setting.PROPERTIES + guess + "?")
                        .orElse(
                                name.startsWith(Setting.PROPERTIES)
                                        ? ""
                                        : " Options of this plugin begin with '" + Setting.PROPERTIES + "'.")
                + " A property of your own needs a line in the POM's <properties>, or a name without '"
                + Setting.PROPERTIES + "'.";
    }

    /** Without what looks alike: the case, the width of letters, dots above an i. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
