package io.github.distillmaven.mojo.help;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.PresetCatalog;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("What distill:help prints")
class HelpTextTest {

    private static final int UNLIMITED = 10_000;

    private final SettingCatalog catalog =
            new SettingCatalog(new DatasetCatalog().names(), new PresetCatalog().names());

    private PluginDescriptor plugin;

    @BeforeEach
    void readDescriptor() throws Exception {
        try (InputStream bytes = getClass().getResourceAsStream("/META-INF/maven/plugin.xml");
                Reader descriptor = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            plugin = new PluginDescriptorBuilder().build(descriptor);
        }
    }

    @Test
    void goalsAreExplainedInAFewLinesEach() {
        assertThat(new HelpText(plugin, catalog, false, 80).ofAll())
                .contains("This plugin has 12 goals:", """
                        distill:compare
                          Prints what differs between two runs: settings, inputs, environment, bytes of
                          outputs, machine and origin. Or shows any number of results on one page, in a
                          figure and a table. Needs no project.

                        """)
                .doesNotContain("Parameters:");
    }

    @Test
    void parametersAreExplainedWithDefaultAndProperty() {
        assertThat(new HelpText(plugin, catalog, true, 80).of("train-teacher"))
                .startsWith("distill:train-teacher\n")
                .doesNotContain("distill:mislabel")
                .contains("""
                            seed (default: 1)
                              The seed of the experiment. Everything random derives from it, such as
                              initial weights and shuffling.
                              Value: a whole number from 0 to 9223372036854775807
                              Property: distill.seed

                        """.indent(0));
    }

    @Test
    @DisplayName(
            "every element below a parameter is explained as the reference does, with its bounds, default and property")
    void elementsBelowParametersAreExplained() {
        String help = new HelpText(plugin, catalog, true, UNLIMITED).of("train-student");

        assertThat(help).contains("""
                              <batchSize> (default: 64)
                                Examples per training step.
                                Value: a whole number from 1 to 1000000
                                Property: distill.teacher.batchSize

                        """).contains("""
                              <schedule> (default: constant)
                                How the learning rate changes during training: 'constant' (always the same), 'cosine' (to zero at the end), 'step' (times 'decayFactor' after every 'decayEpochs') or 'warmup' (rising over 'warmupEpochs', then like 'cosine').
                                Property: distill.student.schedule

                        """).contains("""
                              <expectation>

                                <metric>
                                  Metric to test, such as 'student.testAccuracy'; see A gate for CI.
                                  Value: the name of a metric

                        """);
        assertThat(catalog.reference())
                .filteredOn(setting -> setting.path().contains("."))
                .allSatisfy(setting -> assertThat(help).contains(entry(setting)));
    }

    @Test
    @DisplayName("what a further student says again is named, but explained once")
    void elementsOfFurtherStudentsAreNamed() {
        String help = new HelpText(plugin, catalog, true, UNLIMITED).of("train-student");
        List<String> all = catalog.all().stream()
                .map(Setting::path)
                .filter(path -> path.startsWith("students.student."))
                .map(path -> Setting.element(path.substring("students.student.".length())))
                .toList();

        assertThat(all).contains("<name>", "<epochs>", "<transfer><labels>");
        assertThat(help.substring(help.indexOf("    students\n"), help.indexOf("    teacher\n")))
                .contains(all)
                .contains("As in <student>. Where it is not written here, the value there counts.\n")
                .contains("As in <transfer>. Where it is not written here, the value there counts.\n");
    }

    /** From the name of an element to its property. */
    private static String entry(Setting<?> setting) {
        int depth = 2 + (int) setting.path().chars().filter(c -> c == '.').count();
        SettingText text = new SettingText(setting);
        String name = "<" + setting.path().substring(setting.path().lastIndexOf('.') + 1) + ">";
        return name + (setting.defaultValue() == null ? "" : " (default: " + setting.defaultValue() + ")") + "\n"
                + (text.meaning()
                                + (text.value().isEmpty() ? "" : "\nValue: " + text.value())
                                + (setting.property() == null ? "" : "\nProperty: " + setting.property()))
                        .indent(2 * (depth + 1));
    }

    @Test
    void longLinesAreBroken() {
        assertThat(new HelpText(plugin, catalog, true, 60).ofAll().lines())
                .allSatisfy(
                        line -> assertThat(line.length() <= 60 || !line.strip().contains(" "))
                                .as(line)
                                .isTrue());
    }

    @Test
    void aGoalThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> new HelpText(plugin, catalog, false, 80).of("train"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no goal 'train' to explain (-Dgoal). The goals are: check, compare, fetch-data, help,"
                                + " mislabel, report, run, store-clean, store-list, store-verify, train-student, train-teacher.");
    }
}
