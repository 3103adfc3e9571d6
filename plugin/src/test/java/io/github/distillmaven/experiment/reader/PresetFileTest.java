package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Preset;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.distillmaven.experiment.reader.WrittenExperiment.pom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A preset in a file of the user's")
class PresetFileTest {

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    @TempDir
    private Path project;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = project.resolve("mine.xml");
    }

    @Test
    @DisplayName("says the same as the preset of the plugin that it is a copy of, all settings by their origin too")
    void isReadLikeThoseOfThePlugin() throws Exception {
        for (String preset : new PresetCatalog().names()) {
            Files.copy(Preset.class.getResourceAsStream("presets/" + preset + ".xml"), file);

            Experiment copied = read(Map.of("presetFile", "mine.xml"));

            Experiment named = read(Map.of("preset", preset));
            assertThat(copied.preset().name()).isEqualTo("mine");
            assertThat(copied.preset().title()).isEqualTo(named.preset().title());
            assertThat(copied.preset().published()).isEqualTo(named.preset().published());
            assertThat(copied.settings())
                    .filteredOn(setting -> !setting.path().equals("presetFile"))
                    .isEqualTo(named.settings().stream()
                            .filter(setting -> !setting.path().equals("preset"))
                            .toList());
            assertThat(copied.settings()).contains(new SettingValue("presetFile", "mine.xml", Origin.POM));
            Files.delete(file);
        }
    }

    @Test
    void elementsOfThePomOverrideIt() throws Exception {
        write(
                "<title>Mine</title>",
                "<teacher><dataset>mnist</dataset><epochs>7</epochs></teacher>"
                        + "<transfer><inputs>mnist</inputs></transfer><student><epochs>7</epochs></student>");

        Experiment experiment = read(Map.of("presetFile", "mine.xml", "student.epochs", "2"));

        assertThat(experiment.teacher().epochs()).isEqualTo(7);
        assertThat(experiment.settings())
                .contains(
                        new SettingValue("teacher.epochs", "7", Origin.PRESET),
                        new SettingValue("student.epochs", "2", Origin.POM));
    }

    @Test
    @DisplayName(
            "may be based on one of the plugin, of which it has all but what it says itself, and nothing that was published")
    void mayBeBasedOnOneOfThePlugin() throws Exception {
        write(
                "<title>Mine</title><basedOn>fashion-to-mnist</basedOn>",
                "<teacher><epochs>7</epochs></teacher><transfer><examples>5000</examples></transfer>");

        Experiment experiment = read(Map.of("presetFile", "mine.xml"));

        assertThat(experiment.preset().name()).isEqualTo("mine");
        assertThat(experiment.preset().published()).isNull();
        assertThat(experiment.settings())
                .contains(
                        new SettingValue("teacher.dataset", "mnist", Origin.PRESET),
                        new SettingValue("teacher.epochs", "7", Origin.PRESET),
                        new SettingValue("transfer.inputs", "fashion-mnist", Origin.PRESET),
                        new SettingValue("transfer.examples", "5000", Origin.PRESET));
    }

    @Test
    @DisplayName("has lists of its own in place of those that it is based on, or none")
    void listsTakeThePlaceOfThoseOfTheBase() throws Exception {
        write(
                "<title>Mine</title><basedOn>cross-architecture</basedOn>",
                "<students><student><name>own</name><epochs>1</epochs></student></students><expectations/>");

        Experiment experiment = read(Map.of("presetFile", "mine.xml"));

        assertThat(experiment.others().stream().map(ExperimentArm::name))
                .endsWith("own")
                .doesNotContain("mlp");
        assertThat(experiment.gate().expectations()).isEmpty();
        assertThat(read(Map.of("preset", "cross-architecture")).gate().expectations())
                .isNotEmpty();
    }

    @Test
    void itIsBasedOnAPresetThatThereIs() throws IOException {
        write("<title>Mine</title><basedOn>mnist-error</basedOn>", "<seed>3</seed>");

        assertRefused(placed(
                "<basedOn> is 'mnist-error'; it must be the name of a preset. Did you mean 'mnist-errors'? There are: "
                        + String.join(", ", new PresetCatalog().names()) + "."));
    }

    @Test
    void furtherStudentsCountOneByOne() throws Exception {
        write(
                "<title>Mine</title>",
                "<teacher><dataset>mnist</dataset></teacher><transfer><inputs>mnist</inputs></transfer>"
                        + "<students><student><name>a</name><epochs>1</epochs></student><student><name>b</name><epochs>2</epochs></student></students>");

        assertThat(read(Map.of("presetFile", "mine.xml")).arms().stream().map(ExperimentArm::name))
                .contains("a", "b");
    }

    @Test
    void itMustBeThere() throws IOException {
        assertRefused("The preset file " + file + " does not exist.");

        Files.createDirectory(file);

        assertRefused("The preset file " + file + " is not a file.");
    }

    @Test
    void itMustBeXml() throws IOException {
        Files.writeString(file, "<preset>\n  <title>Mine</titel>\n</preset>");

        assertRefused(
                "The preset file " + file + " is not well-formed XML, or has a <!DOCTYPE>: see line 2, column 16.");
    }

    @Test
    @DisplayName("it reads nothing from elsewhere")
    void itHasNoDocumentType() throws IOException {
        Files.writeString(file, "<!DOCTYPE preset SYSTEM \"file:///etc/passwd\">\n<preset/>");

        assertRefused(
                "The preset file " + file + " is not well-formed XML, or has a <!DOCTYPE>: see line 1, column 10.");
    }

    @Test
    void itHasATitleAndAConfigurationAndIsNamedPreset() throws IOException {
        Files.writeString(file, "<preset><titel>Mine</titel></preset>");
        assertRefused(
                placed(
                        "<titel> is not known. Did you mean <title>? A preset takes: title, basedOn, published, configuration."),
                placed("<title> is missing or empty."),
                placed("<configuration> is missing or empty."));

        Files.writeString(file, "<experiment/>");
        assertRefused(placed("The root element is <experiment>; it must be <preset>."));
    }

    @Test
    void itsPublishedNumbersAreNumbers() throws IOException {
        write(
                "<title>Mine</title><published><year>2019</year><transferSize>many</transferSize></published>",
                "<teacher/>");

        assertRefused(
                placed("<year> is not known. <published> takes: source, transferSize, teacherTrainAccuracy,"
                        + " teacherTestAccuracy, studentTestAccuracy."),
                placed("<published><transferSize> is 'many'; it must be a whole number."));
    }

    @Test
    void itsSettingsAreKnownAndInRange() throws IOException {
        write(
                "<title>Mine</title>",
                "<preset>mnist-errors</preset><transfer><keeep>all</keeep></transfer><seed>-1</seed>");

        assertThatThrownBy(() -> read(Map.of("presetFile", "mine.xml")))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageStartingWith("Experiment 'x' cannot run, its configuration has 3 errors:\n  - "
                        + placed("<preset> is not known."))
                .hasMessageContaining(placed("<transfer><keeep> is not known. Did you mean <keep>? <transfer> takes: "))
                .hasMessageContaining(
                        placed("<seed> is '-1'; it must be a whole number from 0 to 9223372036854775807."));
    }

    @Test
    void whatHasNoDefaultMustBeSaidThereOrInThePom() throws IOException {
        write("<title>Mine</title>", "<seed>3</seed>");

        assertRefused(
                "<teacher><dataset> is missing: neither <presetFile> nor the POM gives it.",
                "<transfer><inputs> is missing: neither <presetFile> nor the POM gives it.");
    }

    @Test
    void itStandsInPlaceOfANamedPreset() throws IOException {
        write(
                "<title>Mine</title>",
                "<teacher><dataset>mnist</dataset></teacher><transfer><inputs>mnist</inputs></transfer>");

        assertThatThrownBy(() -> read(Map.of("presetFile", "mine.xml", "preset", "mnist-errors")))
                .hasMessage(
                        "Experiment 'x' cannot run, its configuration has an error:\n  - <preset> and <presetFile> are both"
                                + " set, but an experiment starts from one. Remove one of them.");
    }

    private void write(String head, String configuration) throws IOException {
        Files.writeString(file, "<preset>" + head + "<configuration>" + configuration + "</configuration></preset>");
    }

    private Experiment read(Map<String, String> written) throws InvalidExperimentException {
        return reader.read("x", List.of(pom(written)), List.of(), project);
    }

    private String placed(String problem) {
        return "The preset file " + file + ": " + problem;
    }

    private void assertRefused(String... problems) {
        assertThatThrownBy(() -> read(Map.of("presetFile", "mine.xml")))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessage("Experiment 'x' cannot run, its configuration has "
                        + (problems.length == 1 ? "an error" : problems.length + " errors") + ":\n  - "
                        + String.join("\n  - ", problems));
    }
}
