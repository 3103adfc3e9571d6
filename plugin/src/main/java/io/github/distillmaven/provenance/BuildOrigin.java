package io.github.distillmaven.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.run.JvmArguments;
import io.github.distillmaven.provenance.git.GitState;

/** Who asks for a step, and from which sources, as its record says it. */
public final class BuildOrigin {

    /** Name of the fact which commit is checked out, in hex. */
    public static final String COMMIT = "commit";

    /** Name of the fact when that was committed, as an {@link java.time.Instant} prints itself. */
    public static final String COMMITTED = "committed";

    /** Name of the fact whether tracked files differ from it: {@code true} or {@code false}. */
    public static final String DIRTY = "dirty";

    private static final String PREFIX = "distill.";
    private static final String JVM_ARGUMENTS = PREFIX + "jvmArguments";
    private static final String HIDDEN = "***";
    private static final String SECRETS =
            "(?:passw|passphrase|pwd|secret|token|credential|api-?key|private-?key|auth|signature)";
    private static final Pattern SECRET_NAME =
            Pattern.compile(".*" + SECRETS + ".*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SECRET =
            Pattern.compile("([\\w.-]*" + SECRETS + "[\\w.-]*[=:])[^\\s,;]+", Pattern.CASE_INSENSITIVE);

    /** To the last @, since a password may hold any character; then the host may be lost, which is the lesser evil. */
    private static final Pattern USER_OF_ADDRESS = Pattern.compile("(?<=://)\\S*@");

    private static final Pattern QUERY_OF_ADDRESS = Pattern.compile("(://[^?#\\s]*)[?#]\\S*");

    private BuildOrigin() {}

    /**
     * The facts by name: {@code project}, {@code experiment}, {@code command}, and {@code commit}, {@code committed} and
     * {@code dirty} if git knows them.
     *
     * @param project {@code groupId:artifactId:version}
     * @param experiment its name
     * @param sources of the project
     * @param profiles that the user named on the command line
     * @param goals as on the command line
     * @param options properties of the command line; only those of this plugin are kept, and nothing of them that looks
     *     like a secret
     */
    public static SortedMap<String, String> of(
            String project,
            String experiment,
            Optional<GitState> sources,
            List<String> profiles,
            List<String> goals,
            Map<String, String> options) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("project", project);
        facts.put("experiment", experiment);
        facts.put("command", command(profiles, goals, options));
        sources.ifPresent(git -> {
            facts.put(COMMIT, git.commit());
            facts.put(COMMITTED, git.committed().toString());
            facts.put(DIRTY, Boolean.toString(git.dirty()));
        });
        return facts;
    }

    /** The command line, with the options that {@link #of} keeps, fit for a shell. */
    public static String command(List<String> profiles, List<String> goals, Map<String, String> options) {
        List<String> words = new ArrayList<>(List.of("mvn"));
        words.addAll(goals);
        if (!profiles.isEmpty()) {
            words.add("-P" + String.join(",", profiles));
        }
        new TreeMap<>(options).forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                words.add("-D" + name + "=" + withoutSecrets(name, value));
            }
        });
        return new ShellCommand(words).text();
    }

    private static String shownArguments(String value) {
        try {
            return JvmArguments.parse(value).shown();
        } catch (IllegalArgumentException openQuote) {
            return HIDDEN;
        }
    }

    private static String withoutSecrets(String name, String value) {
        if (SECRET_NAME.matcher(name).matches()) {
            return HIDDEN;
        }
        if (name.equals(JVM_ARGUMENTS)) {
            return shownArguments(value);
        }
        String anonymous = USER_OF_ADDRESS.matcher(value).replaceAll("");
        return SECRET.matcher(QUERY_OF_ADDRESS.matcher(anonymous).replaceAll("$1"))
                .replaceAll("$1***");
    }
}
