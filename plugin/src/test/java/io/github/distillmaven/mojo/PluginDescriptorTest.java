package io.github.distillmaven.mojo;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.format.DatasetFormat;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What Maven knows of the goals")
class PluginDescriptorTest {

    private List<Element> mojos;
    private List<Element> experimentGoals;
    private List<Element> otherGoals;

    @BeforeEach
    void readDescriptor() throws Exception {
        try (InputStream descriptor = getClass().getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Element plugin = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(descriptor)
                    .getDocumentElement();
            mojos = elements(plugin, "mojo").stream()
                    .filter(mojo -> !text(mojo, "goal").equals("help"))
                    .toList();
            experimentGoals =
                    mojos.stream().filter(PluginDescriptorTest::isBound).toList();
            otherGoals = mojos.stream().filter(mojo -> !isBound(mojo)).toList();
        }
    }

    @Test
    void goalsAreBoundInTheOrderOfAnExperimentAndAreThreadSafe() {
        assertThat(experimentGoals)
                .extracting(mojo -> text(mojo, "goal") + " @ " + text(mojo, "phase"))
                .containsExactlyInAnyOrder(
                        "fetch-data @ pre-integration-test",
                        "train-teacher @ pre-integration-test",
                        "mislabel @ pre-integration-test",
                        "train-student @ integration-test",
                        "report @ post-integration-test",
                        "check @ verify");
        assertThat(mojos).allSatisfy(mojo -> {
            assertThat(text(mojo, "threadSafe")).isEqualTo("true");
            assertThat(text(mojo, "requiresOnline")).isEqualTo("false");
        });
    }

    @Test
    void otherGoalsNeedNoProjectAndRunOnceInABuild() {
        assertThat(otherGoals)
                .extracting(mojo -> text(mojo, "goal"))
                .containsExactlyInAnyOrder("compare", "store-list", "store-verify", "store-clean");
        assertThat(otherGoals).allSatisfy(mojo -> {
            assertThat(text(mojo, "requiresProject")).isEqualTo("false");
            assertThat(text(mojo, "aggregator")).isEqualTo("true");
        });
    }

    @Test
    @DisplayName(
            "every setting is a parameter of every goal of an experiment, with the property and the default of the catalog")
    void settingsAreParameters() {
        List<Setting<?>> settings = new ExperimentReader(new DatasetCatalog(), new MetricNames())
                .catalog()
                .all();
        for (Element mojo : experimentGoals) {
            Element configuration = elements(mojo, "configuration").get(0);
            List<String> parameters = elements(mojo, "parameter").stream()
                    .map(parameter -> text(parameter, "name"))
                    .toList();
            for (Setting<?> setting : settings) {
                String element = setting.path().split("\\.")[0];
                assertThat(parameters).contains(element);
                if (element.equals(setting.path()) && setting.property() != null) {
                    Element parameter = elements(configuration, element).get(0);
                    assertThat(parameter.getTextContent())
                            .as(setting.path())
                            .isEqualTo("${" + setting.property() + "}");
                    assertThat(parameter.getAttribute("default-value"))
                            .as(setting.path())
                            .isEqualTo(setting.defaultValue() == null ? "" : setting.defaultValue());
                }
            }
        }
    }

    /** A descriptor has no place for elements below a parameter, and those of components' options are not known when it is written. */
    @Test
    @DisplayName("the description of a parameter that has elements names them, but for the options of components")
    void descriptionsNameTheElements() {
        Set<String> options = Stream.of(
                        Network.class, Perturbation.class, Labelling.class, Selection.class, DatasetFormat.class)
                .flatMap(kind -> Components.load(kind).options().keySet().stream())
                .collect(Collectors.toSet());
        List<Setting<?>> settings = new ExperimentReader(new DatasetCatalog(), new MetricNames())
                .catalog()
                .reference();
        for (Element mojo : experimentGoals) {
            for (Element parameter : elements(mojo, "parameter")) {
                String start = text(parameter, "name") + ".";
                assertThat(settings.stream()
                                .map(Setting::path)
                                .filter(path -> path.startsWith(start))
                                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                                .filter(name -> !options.contains(name)))
                        .allSatisfy(name ->
                                assertThat(text(parameter, "description")).contains("<" + name + ">"));
            }
        }
    }

    @Test
    @DisplayName(
            "what a goal of an experiment takes besides settings is its skip switches (anything else belongs into the"
                    + " setting catalog, so that keys, checks and reference know it)")
    void otherParametersAreSkipSwitches() {
        List<String> settings = new ExperimentReader(new DatasetCatalog(), new MetricNames())
                .catalog().all().stream()
                        .map(setting -> setting.path().split("\\.")[0])
                        .toList();
        for (Element mojo : experimentGoals) {
            List<String> others = elements(mojo, "parameter").stream()
                    .filter(parameter -> text(parameter, "editable").equals("true"))
                    .map(parameter -> text(parameter, "name"))
                    .filter(name -> !settings.contains(name))
                    .toList();
            assertThat(others)
                    .hasSize(2)
                    .contains("skip")
                    .allSatisfy(name -> assertThat(name).startsWith("skip"));
        }
    }

    @Test
    void everyParameterSaysSinceWhenAndWhatFor() {
        assertThat(mojos.stream().flatMap(mojo -> elements(mojo, "parameter").stream()))
                .filteredOn(parameter -> text(parameter, "editable").equals("true"))
                .isNotEmpty()
                .allSatisfy(parameter -> {
                    assertThat(text(parameter, "since")).isEqualTo("0.1.0");
                    assertThat(text(parameter, "description")).isNotBlank();
                });
    }

    /** The goals of an experiment have a phase; the others are called by name. */
    private static boolean isBound(Element mojo) {
        return !elements(mojo, "phase").isEmpty();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent().strip();
    }
}
