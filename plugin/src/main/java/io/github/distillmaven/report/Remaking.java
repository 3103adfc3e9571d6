package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private static final String CONFIGURATION = "  <configuration>\n";
    private static final List<String> GOALS =
            List.of("fetch-data", "train-teacher", "mislabel", "train-student", "report");

    /**
     * @param experiment its name
     * @param settings of the experiment, without those that are about the machine
     * @param task that makes the experiment, as an argument of Maven's: {@code verify}, or a goal with its coordinates
     * @param profiles that the command line names
     */
    public static Remaking of(String experiment, List<SettingValue> settings, String task, List<String> profiles) {
        return new Remaking(command(settings, task, profiles), execution(experiment, settings));
    }

    /**
     * The same with what else of the POM it takes.
     *
     * @param networks those of the user's own, which are printed whole
     * @param data names of the user's own data sets, whose places another POM has to say itself
     */
    public Remaking with(List<NetworkRow> networks, List<String> data) {
        StringBuilder more = new StringBuilder(CONFIGURATION);
        data.forEach(name -> more.append("    <!-- <datasets> of this build: ")
                .append(escaped(name))
                .append(" -->\n"));
        if (!networks.isEmpty()) {
            more.append("    <networks>\n");
            networks.forEach(network -> more.append("      <network><name>%s</name><layers>%s</layers></network>\n"
                    .formatted(escaped(network.name()), network.layers())));
            more.append("    </networks>\n");
        }
        return new Remaking(command, execution.replace(CONFIGURATION, more.toString()));
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

    private static String execution(String experiment, List<SettingValue> settings) {
        StringBuilder xml = new StringBuilder("<execution>\n");
        xml.append("  <id>").append(escaped(experiment)).append("</id>\n  <goals>\n");
        GOALS.forEach(goal -> xml.append("    <goal>").append(goal).append("</goal>\n"));
        xml.append("  </goals>\n").append(CONFIGURATION);
        chosen(settings).forEach((parent, elements) -> {
            if (parent.isEmpty()) {
                elements.forEach(element -> xml.append("    ").append(element).append('\n'));
            } else {
                xml.append("    <").append(parent).append(">\n");
                elements.forEach(element -> xml.append("      ").append(element).append('\n'));
                xml.append("    </").append(parent).append(">\n");
            }
        });
        return xml.append("  </configuration>\n</execution>").toString();
    }

    /** Elements of all settings that neither a default nor the preset gives, by their parent; and the preset and the seed. */
    private static Map<String, List<String>> chosen(List<SettingValue> settings) {
        Map<String, List<String>> elements = new LinkedHashMap<>();
        elements.put("", new ArrayList<>());
        for (SettingValue setting : settings) {
            boolean always = setting.path().equals("preset") || setting.path().equals("seed");
            if (always || setting.origin() != Origin.DEFAULT && setting.origin() != Origin.PRESET) {
                int dot = setting.path().indexOf('.');
                String name = setting.path().substring(dot + 1);
                elements.computeIfAbsent(setting.path().substring(0, Math.max(dot, 0)), key -> new ArrayList<>())
                        .add("<" + name + ">" + escaped(setting.value()) + "</" + name + ">");
            }
        }
        return elements;
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }
}
