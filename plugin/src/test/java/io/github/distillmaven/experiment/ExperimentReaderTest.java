package io.github.distillmaven.experiment;

import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.distillmaven.experiment.WrittenExperiment.assertRefused;
import static io.github.distillmaven.experiment.WrittenExperiment.pom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("An experiment is read from what the user wrote")
class ExperimentReaderTest {

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    static List<String> presets() {
        return new PresetCatalog().names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetIsAWholeAndValidExperiment(String preset) throws InvalidExperimentException {
        Experiment experiment = reader.read("x", List.of(pom(Map.of("preset", preset))));

        assertThat(experiment.preset().name()).isEqualTo(preset);
        assertThat(experiment.preset().title()).isNotBlank();
        assertThat(experiment.settings())
                .filteredOn(setting -> setting.origin() == Origin.PRESET)
                .hasSizeGreaterThan(10);
    }

    @Test
    void withoutAnySettingItIsTheDefaultPreset() throws InvalidExperimentException {
        Experiment experiment = reader.read("x", List.of());

        assertThat(experiment.preset().name()).isEqualTo("garments-to-digits");
        assertThat(experiment.seed()).isEqualTo(1);
        assertThat(experiment.transfer().inputs()).isEqualTo("synthetic-garments");
    }

    @Test
    void singleElementsOverrideThePresetAndTheCommandLineOverridesThePom() throws InvalidExperimentException {
        SettingLayer pom = pom(Map.of("preset", "fashion-to-mnist", "seed", "2", "teacher.epochs", "3"));
        SettingLayer commandLine = new SettingLayer(Origin.COMMAND_LINE, Map.of("seed", "7"));

        Experiment experiment = reader.read("x", List.of(pom, commandLine));

        assertThat(experiment.seed()).isEqualTo(7);
        assertThat(experiment.teacher().epochs()).isEqualTo(3);
        assertThat(experiment.student().epochs()).isEqualTo(10);
        assertThat(experiment.settings())
                .contains(
                        new SettingValue("seed", "7", Origin.COMMAND_LINE),
                        new SettingValue("teacher.epochs", "3", Origin.POM),
                        new SettingValue("student.epochs", "10", Origin.PRESET),
                        new SettingValue("student.schedule", "constant", Origin.DEFAULT));
    }

    @Test
    void numbersAreRecordedInOneFormHoweverTheyWereWritten() throws InvalidExperimentException {
        Experiment experiment = reader.read("x", List.of(pom(Map.of("teacher.learningRate", " 1e-2 "))));

        assertThat(experiment.settings()).contains(new SettingValue("teacher.learningRate", "0.01", Origin.POM));
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        SettingLayer pom = pom(Map.of("teacher.epochs", "0"));
        SettingLayer commandLine = new SettingLayer(Origin.COMMAND_LINE, Map.of("device", "tpu", "seed", "-1"));

        assertThatThrownBy(() -> reader.read("bad", List.of(pom, commandLine)))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessage("""
                        Experiment 'bad' cannot run, its configuration has 3 errors:
                          - -Ddistill.seed is '-1'; it must be a whole number from 0 to 9223372036854775807.
                          - <teacher><epochs> is '0'; it must be a whole number from 1 to 10000.
                          - -Ddistill.device is 'tpu'; it must be one of cpu, gpu, gpu-cuda11. Did you mean 'cpu'?""");
    }

    @Test
    void anUnknownPropertyIsAnsweredWithTheNearestOne() {
        SettingLayer commandLine = new SettingLayer(
                Origin.COMMAND_LINE, Map.of("teacher.widht", "16", "expectations.expectation.min", "0.5"));

        assertThatThrownBy(() -> reader.read("bad", List.of(commandLine)))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("-Ddistill.teacher.widht is not known. Did you mean -Ddistill.teacher.width?")
                .hasMessageContaining("-Ddistill.expectations.expectation.min is not known. A property of your own");
    }

    @Test
    void everySettingOfATrainingHasAProperty() throws InvalidExperimentException {
        SettingLayer commandLine =
                new SettingLayer(Origin.COMMAND_LINE, Map.of("teacher.batchSize", "32", "student.learningRate", "0.1"));

        Experiment experiment = reader.read("x", List.of(commandLine));

        assertThat(experiment.teacher().batchSize()).isEqualTo(32);
        assertThat(experiment.student().optimizer().learningRate()).isEqualTo(0.1);
    }

    @Test
    void anUnknownPresetIsAnsweredWithTheNearestOneAndTheList() {
        assertRefused(
                Map.of("preset", "fashion-mnist"),
                "<preset> is 'fashion-mnist'; it must be the name of a preset. Did you mean 'fashion-to-mnist'?"
                        + " There are: garments-to-digits, fashion-to-mnist, fashion-to-mnist-normalized,"
                        + " two-dimensional, mnist-errors, fashion-errors, cifar10-errors.");
    }

    @Test
    void anUnknownDatasetIsAnsweredWithTheNearestOneAndTheList() {
        assertRefused(
                Map.of("transfer.inputs", "fashion_mnist"),
                "<transfer><inputs> is 'fashion_mnist'; it must be the name of a data set. Did you mean 'fashion-mnist'?"
                        + " There are: "
                        + String.join(", ", new DatasetCatalog().names()) + ".");
    }

    @Test
    void anUnknownElementIsAnsweredWithTheNearestOneAndTheList() {
        assertRefused(
                Map.of("teacher.epoch", "3"),
                "<teacher><epoch> is not known. Did you mean <epochs>? <teacher> takes: augmentation, batchSize, dataset, epochs,"
                        + " examples, learningRate, momentum, network, optimizer, schedule, weightDecay, width.");
        assertRefused(
                Map.of("studnet.epochs", "3"),
                "<studnet> is not known. Did you mean <student>? An experiment takes: baseline, checkpointSeconds,"
                        + " controls, device, expectations, haltOnFailure, instructionSet, jvmArguments, lock, locked, mirror,"
                        + " precision, preset, remote, remoteMode, remoteTrust, replicates, rerun, seed, store, storeLimit,"
                        + " storeMode, student, teacher, threads, transfer, workers, writeBaseline.");
    }

    @Test
    void textWhereElementsBelongIsRefused() {
        assertRefused(
                Map.of("transfer", "all"),
                "<transfer> holds the text 'all'. It takes elements: allowSmall, attack, attackSteps, epsilon, examples, inputs, keep, labels, minimumSize,"
                        + " normalization.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "teacher.network, vgg, \"one of linear, mlp, mlp-4x100, cnn, resnet18\"",
                "teacher.width, 0, a multiple of 16 from 16 to 1024",
                "teacher.width, 40, a multiple of 16 from 16 to 1024",
                "student.width, 2048, a multiple of 16 from 16 to 1024",
                "teacher.epochs, ten, a whole number from 1 to 10000",
                "teacher.epochs, 2.5, a whole number from 1 to 10000",
                "student.augmentation, flip, \"one of none, crop-flip\"",
                "student.batchSize, 0, a whole number from 1 to 1000000",
                "student.learningRate, 0, a number above 0",
                "student.learningRate, NaN, a number above 0",
                "student.learningRate, Infinity, a number above 0",
                "student.momentum, 1, a number from 0 to below 1",
                "student.weightDecay, -0.1, a number of at least 0",
                "transfer.epsilon, 1.1, a number from 0 to 1",
                "transfer.epsilon, -0.1, a number from 0 to 1",
                "transfer.attackSteps, 0, a whole number from 1 to 10000",
                "transfer.attack, fgsm, \"one of none, single-step, pgd\"",
                "transfer.minimumSize, 0, a whole number from 1 to 1000000000",
                "transfer.allowSmall, yes, 'true' or 'false'",
                "transfer.examples, -1, a whole number from 0 to 1000000000",
                "teacher.examples, many, a whole number from 0 to 1000000",
                "replicates, 0, a whole number from 1 to 1000",
                "precision, double, \"one of float32, bfloat16\"",
                "threads, 2000, a whole number from 0 to 1024",
                "storeLimit, 20 GiB, \"a number of bytes such as 20GB or 500MB, or 0\"",
                "storeLimit, -1, \"a number of bytes such as 20GB or 500MB, or 0\"",
                "rerun, teacher, \"one or more goals of fetch-data, train-teacher, mislabel, train-student, all\"",
                "checkpointSeconds, 0, a whole number from 1 to 86400"
            })
    void aValueOutOfRangeSaysWhatItMustBe(String path, String value, String expected) {
        assertRefused(
                Map.of(path, value), "%s is '%s'; it must be %s.".formatted(Setting.element(path), value, expected));
    }

    @Test
    void controlsAreThoseListedInTheOrderOfTheirDeclaration() throws InvalidExperimentException {
        assertThat(reader.read("x", List.of(pom(Map.of("controls", "shuffled , shuffled-within-class"))))
                        .controls())
                .containsExactly(Control.SHUFFLED_WITHIN_CLASS, Control.SHUFFLED);
        assertThat(reader.read("x", List.of(pom(Map.of("controls", "none")))).controls())
                .isEmpty();
    }

    @Test
    void aReplicateIsTheExperimentWithTheNextSeed() throws InvalidExperimentException {
        Experiment three = reader.read("x", List.of(pom(Map.of("seed", "5", "replicates", "3"))));
        assertThat(three.seeds()).containsExactly(5L, 6L, 7L);
        assertThat(three.replicate(2).seed()).isEqualTo(7);
        assertThat(three.replicate(2).settings()).contains(new SettingValue("seed", "7", Origin.POM));
        assertThat(three.replicate(2).teacher()).isEqualTo(three.teacher());
    }

    @ParameterizedTest
    @CsvSource({"20GB, 20000000000", "500 MB, 500000000", "7KB, 7000", "1TB, 1000000000000", "123, 123", "0, 0"})
    void aNumberOfBytesMayHaveAUnit(String written, long bytes) throws InvalidExperimentException {
        assertThat(reader.read("x", List.of(pom(Map.of("storeLimit", written))))
                        .store()
                        .limit())
                .isEqualTo(bytes);
    }

    @Test
    void oneOrMoreGoalsRunAgain() throws InvalidExperimentException {
        StorePolicy some = reader.read("x", List.of(pom(Map.of("rerun", "mislabel, train-student"))))
                .store();
        StorePolicy all = reader.read("x", List.of(pom(Map.of("rerun", "all")))).store();

        assertThat(some.reruns("mislabel")).isTrue();
        assertThat(some.reruns("train-teacher")).isFalse();
        assertThat(all.reruns("train-teacher")).isTrue();
    }
}
