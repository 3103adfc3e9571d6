package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.provenance.ShellCommand;
import io.github.distillmaven.report.account.NetworkRow;
import org.apache.commons.text.StringEscapeUtils;

/**
 * How to make a page again.
 *
 * @param command in the module that made it, from the same sources
 * @param execution the same experiment for any other POM
 */
public record Remaking(String command, String execution) {

    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\]|[A-Za-z]:[/\\\\]|file:");
    private static final List<String> GOALS =
            List.of("fetch-data", "train-teacher", "mislabel", "train-student", "report");

    /**
     * @param experiment its name
     * @param settings of the experiment, without those that are about the machine
     * @param task that makes the experiment, as an argument of Maven's: {@code verify}, or a goal with its coordinates
     * @param profiles that the command line names
     */
    public static Remaking of(String experiment, List<SettingValue> settings, String task, List<String> profiles) {
        return of(experiment, settings, task, profiles, Map.of(), List.of());
    }

    /**
     * The same with what else of the POM it takes.
     *
     * @param lists what the user wrote of students and data sets, by path; data at absolute paths are mentioned alone, for another
     *     machine has them elsewhere
     * @param networks those of the user's own, which are printed whole
     */
    public static Remaking of(
            String experiment,
            List<SettingValue> settings,
            String task,
            List<String> profiles,
            Map<String, String> lists,
            List<NetworkRow> networks) {
        StringBuilder xml = new StringBuilder("<execution>\n  <id>%s</id>\n  <goals>\n".formatted(id(experiment)));
        GOALS.forEach(goal -> xml.append("    <goal>").append(goal).append("</goal>\n"));
        xml.append("  </goals>\n  <configuration>\n");
        xml.append(elements(settings, lists));
        if (!networks.isEmpty()) {
            xml.append("    <networks>\n");
            networks.forEach(network -> xml.append("      <network><name>%s</name><layers>%s</layers></network>\n"
                    .formatted(StringEscapeUtils.escapeXml10(network.name()), network.layers())));
            xml.append("    </networks>\n");
        }
        xml.append("  </configuration>\n</execution>");
        return new Remaking(command(settings, task, profiles), xml.toString());
    }

    /** A cell of a sweep is an experiment of its own there, and the name of one has no slash. */
    private static String id(String experiment) {
        return StringEscapeUtils.escapeXml10(
                experiment.contains("/") ? experiment.replaceAll("[/=,+]", "-") : experiment);
    }

    private static String command(List<SettingValue> settings, String task, List<String> profiles) {
        List<String> words = new ArrayList<>(List.of("mvn", task));
        if (!profiles.isEmpty()) {
            words.add("-P" + String.join(",", profiles));
        }
        settings.stream()
                .filter(setting -> setting.origin() == Origin.COMMAND_LINE)
                .forEach(setting -> words.add("-Ddistill." + setting.path() + "=" + setting.value()));
        return new ShellCommand(words).text();
    }

    /** All settings that neither a default nor the preset gives; and the preset and the seed. */
    private static String elements(List<SettingValue> settings, Map<String, String> lists) {
        PrintedElements elements = new PrintedElements();
        for (SettingValue setting : settings) {
            boolean always = setting.path().equals("preset") || setting.path().equals("seed");
            if (always || setting.origin() != Origin.DEFAULT && setting.origin() != Origin.PRESET) {
                elements.add(setting.path(), setting.value());
            }
        }
        Set<String> elsewhere = lists.entrySet().stream()
                .filter(entry -> ABSOLUTE.matcher(entry.getValue()).lookingAt())
                .map(entry -> parent(entry.getKey()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        lists.forEach((path, text) -> {
            if (!elsewhere.contains(parent(path))) {
                elements.add(path, text);
            }
        });
        return elements.xml("    ")
                + elsewhere.stream()
                        .map(dataset -> "    <!-- data set of this build, to be declared in <datasets>: %s -->\n"
                                .formatted(StringEscapeUtils.escapeXml10(lists.getOrDefault(dataset + ".name", ""))))
                        .collect(Collectors.joining());
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
}
