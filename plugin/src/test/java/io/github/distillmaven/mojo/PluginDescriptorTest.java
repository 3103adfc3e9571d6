package io.github.distillmaven.mojo;

import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.Selection;
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
                        "check @ verify",
                        "run @ verify");
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

    /**
     * A descriptor has no place for elements below a parameter, so that editors complete the parameter alone; what they show of it then
     * is its description. Lists that grow with every component are left to the goal help.
     */
    @Test
    @DisplayName(
            "the description of a parameter that has elements lists them with their meaning, values and defaults (on failure, copy what is expected into ExperimentMojo)")
    void descriptionsListTheElements() {
        List<Setting<?>> settings = new ExperimentReader(new DatasetCatalog(), new MetricNames())
                .catalog()
                .reference();
        for (Element mojo : experimentGoals) {
            SortedMap<String, String> expected = new TreeMap<>();
            SortedMap<String, String> listed = new TreeMap<>();
            for (Element parameter : elements(mojo, "parameter")) {
                String name = text(parameter, "name");
                expected.put(name, list(name + ".", settings));
                String description = text(parameter, "description").replace(" \n", "\n");
                int list = description.indexOf("\n* ");
                listed.put(name, list < 0 ? "" : description.substring(list));
            }
            assertThat(listed).isEqualTo(expected);
        }
    }

    private static String list(String start, List<Setting<?>> settings) {
        return settings.stream()
                .filter(setting -> setting.path().startsWith(start))
                .map(setting ->
                        "\n* " + Setting.element(setting.path().substring(start.length())) + ": " + described(setting))
                .collect(Collectors.joining());
    }

    private static String described(Setting<?> setting) {
        List<String> choices = setting.type().choices();
        boolean open = Stream.of(
                        Network.class,
                        Noise.class,
                        Perturbation.class,
                        Labelling.class,
                        Selection.class,
                        EvaluationSet.class)
                .anyMatch(kind -> Components.load(kind).ids().equals(choices));
        boolean listed = !choices.isEmpty()
                && choices.stream().allMatch(choice -> setting.description().contains("`" + choice + "`"));
        String value = listed ? "" : " Value: " + setting.type().expectation().replace("'", "") + ".";
        String usual = setting.defaultValue() == null ? "" : " Default: " + setting.defaultValue() + ".";
        return (open || choices.equals(new DatasetCatalog().names())
                                ? setting.description().replaceFirst(": `.*", ".")
                                : setting.description())
                        .replaceFirst("(?<=\\.) (Only `[^.]*` uses|`[^.]*` use) it\\.$", "")
                        .replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1")
                        .replace("`", "")
                + value
                + usual;
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

    @Test
    @DisplayName("Eclipse is told to run none of the goals of an experiment, so that an import leaves no error marker")
    void eclipseRunsNone() throws Exception {
        try (InputStream mapping = getClass().getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(mapping)
                    .getDocumentElement();

            assertThat(elements(root, "goal"))
                    .extracting(Element::getTextContent)
                    .containsExactlyInAnyOrderElementsOf(experimentGoals.stream()
                            .map(mojo -> text(mojo, "goal"))
                            .toList());
            assertThat(elements(root, "action")).hasSize(1);
            assertThat(elements(root, "ignore")).hasSize(1);
        }
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
