package io.github.distillmaven.experiment.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a user adds to the command line of a worker's JVM: which of it may change results, which of it would bring other code
 * into the worker and is refused, and how it is shown to others, who must not learn a password from it.
 *
 * @param all as written, each an argument of its own
 */
public record JvmArguments(List<String> all) {

    /** They end the JVM at once, or run something else in it. */
    private static final Pattern NO_WORKER = Pattern.compile(
            "-(jar|version|fullversion|help|h|\\?|X|m|d)|--(version|full-version|help|help-extra|list-modules|"
                    + "describe-module|validate-modules|dry-run|module|source)(=.*)?");

    /** They bring in classes or native code that no key would know of. */
    private static final Pattern CODE = Pattern.compile(
            "-(cp|classpath|p)|--(class-path|module-path|upgrade-module-path|patch-module|add-modules)(=.*)?"
                    + "|-(javaagent|agentpath|Xbootclasspath)[:/].*|-agentlib:(?!jdwp(=|$)).*|-XX:(Flags|VMOptionsFile)=.*"
                    + "|-D(java\\.(class|library|ext|endorsed|home|system)\\b|sun\\.boot\\.|jdk\\.module\\.).*"
                    + "|-Dorg\\.bytedeco\\.javacpp\\.(?!(cachedir|maxbytes|maxphysicalbytes|maxretries|nopointergc|logger)\\b).*",
            Pattern.CASE_INSENSITIVE);

    /** Java's arithmetic is exact, but for the functions of {@code Math} that a JVM may have code of its own for. */
    private static final Pattern DECISIVE = Pattern.compile(
            "-XX:[+-]?(\\w*(Intrinsic|Libm|SSE|AVX|FMA|SVE|JVMCI|Vector)|Compile(Command|rDirectives)).*|-Dorg\\.tensorflow\\..*");

    /** No password looks like this. */
    private static final Pattern PLAIN =
            Pattern.compile("-X[a-z]+[0-9]*[kKmMgGtT]?|-XX:[+-]\\w+|-XX:\\w+=[0-9.]+[kKmMgGtT]?|-(ea|da|esa|dsa)");

    private static final Pattern NAME = Pattern.compile("(-XX:[^=:]*|-[^=:]*)([=:]?)(.*)", Pattern.DOTALL);

    private static final Set<String> VALUE_FOLLOWS =
            Set.of("--add-opens", "--add-exports", "--add-reads", "--enable-native-access", "--limit-modules");

    private static final String HIDDEN = "***";

    /** Shorter values say nothing, and hiding them in a log would spoil it. */
    private static final int SHORTEST_SECRET = 4;

    public JvmArguments {
        all = List.copyOf(all);
    }

    /**
     * Reads them as a user writes them, separated by blanks and quotes around what has blanks in it.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    public static JvmArguments parse(String text) {
        return new JvmArguments(QuotedWords.split(text));
    }

    /** What the user has to change, a sentence each; none shows a value. */
    public List<String> violations() {
        List<String> problems = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            String argument = all.get(index);
            if (!argument.startsWith("-")) {
                if (index == 0 || !VALUE_FOLLOWS.contains(all.get(index - 1))) {
                    problems.add("<jvmArguments>: word " + (index + 1) + " of " + all.size()
                            + " is not an option of the JVM, because it does not start with '-'. Put quotes around an"
                            + " argument that contains blanks; argument files are not read.");
                }
            } else if (NO_WORKER.matcher(argument).matches()) {
                problems.add("<jvmArguments> holds " + shown(argument)
                        + ", with which the JVM would not run the worker. Remove it.");
            } else if (CODE.matcher(argument).matches()) {
                problems.add(
                        "<jvmArguments> holds " + shown(argument)
                                + ", which brings other code into the worker than its key stands for. Remove it. TensorFlow is chosen with <device>.");
            }
        }
        return problems;
    }

    /** Those that may change the bits of a result; empty if there are none. */
    public List<String> decisive() {
        return all.stream()
                .filter(argument -> DECISIVE.matcher(argument).matches())
                .toList();
    }

    /** All of them, for others to read: without the values of properties, or any other text that may be secret. */
    public String shown() {
        return all.stream().map(JvmArguments::shown).collect(Collectors.joining(" "));
    }

    /** Takes the secrets out of a text, such as a log. */
    public String hide(String text) {
        Map<String, String> secrets = new HashMap<>();
        for (String argument : all) {
            Matcher named = NAME.matcher(argument);
            if (PLAIN.matcher(argument).matches() || !named.matches()) {
                continue;
            }
            String value = named.group(3);
            if (isSecret(value)) {
                secrets.put(value, HIDDEN);
            } else if (!value.isEmpty()) {
                String name = named.group(1).replaceFirst("^-(D|XX:|-?)", "");
                secrets.put(name + named.group(2) + value, name + named.group(2) + HIDDEN);
                secrets.put(name + " = " + value, name + " = " + HIDDEN);
            }
        }
        List<String> longestFirst = new ArrayList<>(secrets.keySet());
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        String hidden = text;
        for (String secret : longestFirst) {
            hidden = hidden.replace(secret, secrets.get(secret));
        }
        return hidden;
    }

    private static boolean isSecret(String value) {
        return value.length() >= SHORTEST_SECRET && !List.of("true", "false").contains(value);
    }

    /** One argument, for others to read. */
    public static String shown(String argument) {
        Matcher name = NAME.matcher(argument);
        if (PLAIN.matcher(argument).matches()) {
            return argument;
        }
        if (!name.matches()) {
            return HIDDEN;
        }
        return name.group(2).isEmpty() ? name.group(1) : name.group(1) + name.group(2) + HIDDEN;
    }
}
