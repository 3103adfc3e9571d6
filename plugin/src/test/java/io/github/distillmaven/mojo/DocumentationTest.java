package io.github.distillmaven.mojo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.experiment.reader.DatasetReader;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.reader.OwnNetworks;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.experiment.settings.OwnNetworkSettings;
import io.github.distillmaven.experiment.sweep.SweepReader;
import io.github.distillmaven.extension.Network;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What runs here takes no training; {@code DocumentedBuildsIT} runs what a reader of the README copies first. */
@DisplayName("Every POM block and every command of README and docs")
class DocumentationTest {

    private static final Set<String> PHASES = Set.of("clean", "test", "verify", "install", "deploy", "site");
    private static final Set<String> OTHERS_GOALS = Set.of("spotless:apply", "versions:set");
    private static final Set<String> MODULES = Set.of("plugin", "src-it", "sample-project");
    /** One of each kind: an option may make sense with some of them alone. */
    private static final List<String> PRESETS =
            List.of("garments-to-digits", "mnist-errors", "cifar10-errors", "two-dimensional");
    /** What a reader is to replace. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "$SHARD", "2",
            "$CI_NODE_INDEX", "2",
            "<seed>", "2",
            "<n>", "2",
            "<set>", "avx2",
            "<folder or address>", "/data",
            "<folder>", "/data",
            "<address>", "https://example.org/store",
            "<name>", "mnist-errors");

    private static final Pattern PLUGIN_VERSION =
            Pattern.compile("distill-maven-plugin(?:</artifactId>\\s*<version>|:)([0-9][^<:]*)");

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    @Test
    void isFound() throws Exception {
        List<Document> documents = Document.all();

        assertThat(documents).extracting(Document::name).contains("README.md", "store.md", "experiments.md");
        assertThat(documents).flatExtracting(document -> document.blocks("xml")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(documents).flatExtracting(Document::commands).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void isAPomThatThePluginReads() throws Exception {
        int read = 0;
        for (Document document : Document.all()) {
            for (String block : document.blocks("xml")) {
                Element root = parse(block);
                for (Element execution : elements(root, "execution")) {
                    experiment(execution);
                    read++;
                }
                if (block.matches("(?s)<(configuration|preset)>.*")) {
                    experiment("x", elements(root, "configuration").get(0));
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(2);
    }

    @Test
    void hasExpectationsThatThePluginReads() throws Exception {
        for (Document document : Document.all()) {
            for (String block : document.blocks("xml")) {
                if (block.startsWith("<expectations>")) {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("controls", "shuffled-within-class");
                    values.put("replicates", "5");
                    collect("", parse(block), values);
                    assertThat(reader.read("x", List.of(new SettingLayer(Origin.POM, values)))
                                    .gate()
                                    .expectations())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void hasDatasetsThatThePluginReads() throws Exception {
        for (Document document : Document.all()) {
            for (String block : document.blocks("xml")) {
                if (block.startsWith("<datasets>")) {
                    Map<String, String> values = new LinkedHashMap<>();
                    collect("", parse(block), values);
                    assertThat(datasets(values)).isNotEmpty();
                }
            }
        }
    }

    @Test
    void isACommandOfGoalsOptionsAndValuesThatExist() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Document document : Document.all()) {
            Stream.concat(document.commands().stream(), document.options().stream())
                    .forEach(command -> wrong.addAll(problems(document.name(), command)));
        }
        assertThat(wrong).isEmpty();
    }

    /** The command that sets the version of a release knows POMs alone. */
    @Test
    @DisplayName("names the version of this build")
    void isOfThisVersion() throws Exception {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(read(Path.of("..", "pom.xml")));
        assertThat(version.find()).isTrue();
        List<String> named = new ArrayList<>();
        for (Document document : Document.all()) {
            PLUGIN_VERSION.matcher(document.text()).results().forEach(found -> named.add(found.group(1)));
        }
        assertThat(named).hasSizeGreaterThanOrEqualTo(2).containsOnly(version.group(1));
    }

    private Experiment experiment(Element execution) throws Exception {
        return experiment(
                elements(execution, "id").get(0).getTextContent(),
                elements(execution, "configuration").get(0));
    }

    private Experiment experiment(String name, Element configuration) throws Exception {
        Map<String, String> values = new LinkedHashMap<>();
        collect("", configuration, values);
        return new SweepReader(reader(datasets(values), networks(values)))
                .read(name, List.of(new SettingLayer(Origin.POM, values)), List.of(), Path.of(""))
                .first()
                .experiment();
    }

    private List<OwnDataset> datasets(Map<String, String> values) {
        List<String> problems = new ArrayList<>();
        List<OwnDataset> datasets = new DatasetReader(
                        reader.catalog().ownData(), new DatasetCatalog().names(), problems)
                .read(List.of(new SettingLayer(Origin.POM, values)));
        assertThat(problems).isEmpty();
        return datasets;
    }

    private List<Network> networks(Map<String, String> values) {
        List<String> problems = new ArrayList<>();
        List<Network> networks = new OwnNetworks(reader.catalog().networks().ids(), problems)
                .read(List.of(new SettingLayer(Origin.POM, values)));
        assertThat(problems).isEmpty();
        return networks;
    }

    /** One that takes data sets of which there is nothing but the name for those of MNIST. */
    private static ExperimentReader reader(List<OwnDataset> datasets, List<Network> networks) {
        DatasetCatalog plain = new DatasetCatalog();
        DatasetSpec mnist = plain.find("mnist").orElseThrow();
        return new ExperimentReader(
                plain.with(datasets.stream().map(own -> mnist.named(own.name())).toList()),
                new MetricNames(),
                networks);
    }

    private List<String> problems(String document, String command) {
        List<String> problems = new ArrayList<>();
        Map<String, String> settings = new TreeMap<>();
        String complete = command;
        for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
            complete = complete.replace(placeholder.getKey(), placeholder.getValue());
        }
        String modules = "";
        for (String word : complete.split("\\s+")) {
            if (modules == null) {
                modules = word;
                require(MODULES.containsAll(Arrays.asList(word.split(","))), word, problems);
            } else if (word.equals("-pl")) {
                modules = null;
            } else if (word.startsWith("-D")) {
                property(word.substring(2), settings, problems);
            } else if (word.startsWith("-P")) {
                require(profiles().containsAll(Arrays.asList(word.substring(2).split(","))), word, problems);
            } else if (!word.equals("mvn") && !word.matches("-.*|\\d+C?")) {
                require(PHASES.contains(word) || OTHERS_GOALS.contains(word) || isGoal(word), word, problems);
            }
        }
        if (PRESETS.stream().noneMatch(preset -> isRead(preset, settings))) {
            problems.add("no preset takes these settings: " + settings);
        }
        return problems.stream()
                .map(problem -> document + ": `" + command + "`: " + problem)
                .toList();
    }

    private boolean isRead(String preset, Map<String, String> settings) {
        try {
            reader.read(
                    "x",
                    List.of(
                            new SettingLayer(Origin.POM, Map.of("preset", preset)),
                            new SettingLayer(Origin.COMMAND_LINE, settings)));
            return true;
        } catch (InvalidExperimentException e) {
            return false;
        }
    }

    private void property(String option, Map<String, String> settings, List<String> problems) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "true" : option.substring(equals + 1);
        boolean setting = reader.catalog().all().stream().anyMatch(known -> name.equals(known.property()));
        if (setting && (equals >= 0 || name.matches("distill\\.(lock|locked|writeBaseline)"))) {
            settings.put(name.substring("distill.".length()), value);
        }
        require(
                setting
                        || name.equals("distill.…")
                        || !name.startsWith("distill.")
                        || propertiesOfGoals().contains(name),
                option,
                problems);
    }

    private static void require(boolean known, String word, List<String> problems) {
        if (!known) {
            problems.add(word + " is not known");
        }
    }

    private static boolean isGoal(String word) {
        String goal = word.substring(word.lastIndexOf(':') + 1).replaceFirst("@.*", "");
        return word.matches("distill:[^:]+|io\\.github\\.distillmaven:distill-maven-plugin(:[^:]+)?:[^:]+")
                && descriptor().contains("<goal>" + goal + "</goal>");
    }

    private static Set<String> propertiesOfGoals() {
        return Pattern.compile("\\$\\{(distill\\.[^}]+)}")
                .matcher(descriptor())
                .results()
                .map(property -> property.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> profiles() {
        return Stream.of("../pom.xml", "../sample-project/pom.xml", "pom.xml")
                .flatMap(pom -> Pattern.compile("<profile>\\s*<id>([^<]+)</id>")
                        .matcher(read(Path.of(pom)))
                        .results())
                .map(profile -> profile.group(1))
                .collect(Collectors.toSet());
    }

    private static String descriptor() {
        return read(Path.of("target", "classes", "META-INF", "maven", "plugin.xml"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parse(String block) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<block>" + block + "</block>")))
                .getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (element.getTagName().equals(name)) {
                    found.add(element);
                } else {
                    found.addAll(elements(element, name));
                }
            }
        }
        return found;
    }

    /** The settings by path, as the plugin takes them from a POM. */
    private static void collect(String path, Element parent, Map<String, String> values) {
        if (path.startsWith(OwnNetworkSettings.PATH) && parent.getTagName().equals(OwnNetworkSettings.LAYERS)) {
            DOMImplementationLS xml =
                    (DOMImplementationLS) parent.getOwnerDocument().getImplementation();
            values.put(path, xml.createLSSerializer().writeToString(parent));
            return;
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        boolean leaf = true;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                leaf = false;
                int number = numbers.merge(element.getTagName(), 1, Integer::sum);
                String name = element.getTagName() + (number == 1 ? "" : "[" + number + "]");
                collect(path.isEmpty() ? name : path + "." + name, element, values);
            }
        }
        if (leaf && !path.isEmpty()) {
            values.put(path, parent.getTextContent().strip());
        }
        // Names of Spark's, which the plugin reads as one text.
        String options = "cluster.options.";
        values.keySet().stream()
                .filter(key -> key.startsWith(options))
                .toList()
                .forEach(key -> values.merge(
                        "cluster.options",
                        key.substring(options.length()) + "=" + values.remove(key),
                        (first, next) -> first + " " + next));
    }
}
