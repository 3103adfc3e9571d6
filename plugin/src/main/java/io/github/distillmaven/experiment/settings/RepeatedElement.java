package io.github.distillmaven.experiment.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An element that stands in the POM more than once, told by the number in its path. */
public final class RepeatedElement {

    private static final Pattern NUMBER = Pattern.compile("\\[\\d+]");
    /** The elements that may be repeated. */
    private static final Pattern NUMBERED = Pattern.compile("^(" + Pattern.quote(ExpectationSettings.PATH) + "|"
            + Pattern.quote(StudentSettings.PATH) + "|" + Pattern.quote(DatasetSettings.PATH) + "|"
            + Pattern.quote(OwnNetworkSettings.PATH) + "|" + Pattern.quote(SweepSettings.CELL) + ")"
            + NUMBER.pattern());

    private RepeatedElement() {}

    /** The path of all elements that are written so. */
    public static String withoutNumbers(String path) {
        return NUMBER.matcher(path).replaceAll("");
    }

    /** What is wrong with a path; empty if no element in it is repeated but those that may be. */
    public static Optional<String> refusal(String path) {
        String rest = NUMBERED.matcher(path).replaceFirst("$1");
        Matcher number = NUMBER.matcher(rest);
        if (!number.find()) {
            return Optional.empty();
        }
        String element = Setting.element(rest.substring(0, number.start()));
        return Optional.of(element + " is written more than once. Keep one of them"
                + (rest.startsWith(ExpectationSettings.PATH + ".") ? ", or write an <expectation> for each." : "."));
    }

    /**
     * What was written in each of several elements of one path.
     *
     * @param written texts by path; from the second on, the element has its number in brackets
     * @return by number, from 1, the texts by path below the element
     */
    public static SortedMap<Integer, Map<String, String>> each(String element, Map<String, String> written) {
        Pattern form = Pattern.compile(Pattern.quote(element) + "(?:\\[(?<number>\\d+)])?(?:\\.(?<below>.+))?");
        SortedMap<Integer, Map<String, String>> numbered = new TreeMap<>();
        written.forEach((path, text) -> {
            Matcher matcher = form.matcher(path);
            if (matcher.matches()) {
                int number = matcher.group("number") == null ? 1 : Integer.parseInt(matcher.group("number"));
                Map<String, String> texts = numbered.computeIfAbsent(number, first -> new LinkedHashMap<>());
                if (matcher.group("below") != null) {
                    texts.put(matcher.group("below"), text.strip());
                }
            }
        });
        return numbered;
    }
}
