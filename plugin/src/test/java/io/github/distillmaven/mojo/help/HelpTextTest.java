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

    private final List<Setting<?>> settings =
            new SettingCatalog(new DatasetCatalog().names(), new PresetCatalog().names()).reference();

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
        assertThat(new HelpText(plugin, settings, false, 80).ofAll())
                .contains("This plugin has 11 goals:", """
                        distill:compare
                          Compares two runs and prints what differs: settings, inputs, environment,
                          bytes of outputs, machine and origin. Needs no project.

                        """)
                .doesNotContain("Parameters:");
    }

    @Test
    void parametersAreExplainedWithDefaultAndProperty() {
        assertThat(new HelpText(plugin, settings, true, 80).of("train-teacher"))
                .startsWith("distill:train-teacher\n")
                .doesNotContain("distill:mislabel")
                .contains("""
                            seed (default: 1)
                              The one seed of the experiment: initial weights, shuffling and all else
                              derive from it.
                              Property: distill.seed

                        """.indent(0));
    }

    @Test
    @DisplayName("every element below a parameter is explained as the reference does, with its default and property")
    void elementsBelowParametersAreExplained() {
        String help = new HelpText(plugin, settings, true, UNLIMITED).of("train-student");

        assertThat(help).contains("""
                              <batchSize> (default: 64)
                        """).contains("""
                              <expectation>

                                <metric>
                                  What 'check' looks at, such as 'student.testAccuracy'; see A gate for CI.

                        """);
        assertThat(settings).filteredOn(setting -> setting.path().contains(".")).allSatisfy(setting -> {
            String name = "<" + setting.path().substring(setting.path().lastIndexOf('.') + 1) + ">";
            assertThat(help)
                    .contains(
                            setting.defaultValue() == null ? name : name + " (default: " + setting.defaultValue() + ")")
                    .contains(setting.property() == null ? "" : "Property: " + setting.property() + "\n");
        });
    }

    @Test
    void longLinesAreBroken() {
        assertThat(new HelpText(plugin, settings, true, 60).ofAll().lines())
                .allSatisfy(
                        line -> assertThat(line.length() <= 60 || !line.strip().contains(" "))
                                .as(line)
                                .isTrue());
    }

    @Test
    void aGoalThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> new HelpText(plugin, settings, false, 80).of("train"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no goal 'train' to explain (-Dgoal). The goals are: check, compare, fetch-data, help,"
                                + " mislabel, report, store-clean, store-list, store-verify, train-student, train-teacher.");
    }
}
