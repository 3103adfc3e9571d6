package io.github.distillmaven.experiment.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.experiment.run.StorePolicy;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.distillmaven.experiment.reader.WrittenExperiment.assertRefused;
import static io.github.distillmaven.experiment.reader.WrittenExperiment.pom;
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
        SettingLayer pom = pom(Map.of("teacher.epochs", "-1"));
        SettingLayer commandLine = new SettingLayer(Origin.COMMAND_LINE, Map.of("device", "tpu", "seed", "-1"));

        assertThatThrownBy(() -> reader.read("bad", List.of(pom, commandLine)))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessage("""
                        Experiment 'bad' cannot run, its configuration has 3 errors:
                          - -Ddistill.seed is '-1'; it must be a whole number from 0 to 9223372036854775807.
                          - <teacher><epochs> is '-1'; it must be a whole number from 0 to 10000.
                          - -Ddistill.device is 'tpu'; it must be one of cpu, gpu, gpu-cuda11. Did you mean 'cpu'?""");
    }

    @Test
    void everySettingOfATrainingHasAProperty() throws InvalidExperimentException {
        SettingLayer commandLine =
                new SettingLayer(Origin.COMMAND_LINE, Map.of("teacher.batchSize", "32", "student.learningRate", "0.1"));

        Experiment experiment = reader.read("x", List.of(commandLine));

        assertThat(experiment.teacher().batchSize()).isEqualTo(32);
        assertThat(experiment.student().optimizer().learningRate()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rand", "other", "det"})
    void errorsAndShortcutsDifferFromTheirComparisonInWhoChoosesAlone(String labels) throws InvalidExperimentException {
        Experiment experiment = reader.read("x", List.of(pom(Map.of("preset", "errors-and-shortcuts-" + labels))));

        assertThat(experiment.arms())
                .extracting(ExperimentArm::name)
                .containsExactly("student", "unperturbed", "true-labels", "chosen-at-random");
        Map<String, String> byTeacher =
                experiment.transfer().perturbation().choice().values();
        ExperimentArm atRandom = experiment.arms().get(3);
        assertThat(byTeacher).isEqualTo(Map.of("epsilon", "2.0", "untouched", "chosen-by-teacher"));
        assertThat(atRandom.transfer().perturbation().choice().values())
                .isEqualTo(Map.of("epsilon", "2.0", "untouched", "random"));
        assertThat(atRandom.transfer().target()).isEqualTo(experiment.transfer().target());
        assertThat(atRandom.training()).isEqualTo(experiment.student());
    }

    @Test
    void anUnknownPresetIsAnsweredWithTheNearestOneAndTheList() {
        assertRefused(
                Map.of("preset", "fashion-mnist"),
                "<preset> is 'fashion-mnist'; it must be the name of a preset. Did you mean 'fashion-to-mnist'?"
                        + " There are: garments-to-digits, audit, bugs-only, bugs-only-random, cifar10-cross-architecture, cifar10-d-rand, cifar10-d-rand-full, cifar10-errors, contentless, cross-architecture, errors-and-shortcuts-det,"
                        + " errors-and-shortcuts-other, errors-and-shortcuts-rand, fashion-d-det, fashion-d-other, fashion-d-rand, fashion-errors, fashion-to-mnist,"
                        + " fashion-to-mnist-normalized, inverse-subset, linear-from-d-plus-1, linear-from-d-plus-1-deep, mnist-d-det, mnist-d-other, mnist-d-rand, mnist-errors, noise-inputs, omitted-class,"
                        + " random-labels, soft-labels, subliminal, two-dimensional, weak-to-strong.");
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
                "<teacher><epoch> is not known. Did you mean <epochs>? <teacher> takes: augmentation, batchSize, classes, clipNorm, dataset, decayEpochs, decayFactor, deviation, dimensions, epochs,"
                        + " evaluateEvery, examples, initialWeights, input, learningRate, mean, model, momentum, network, onlyClasses, optimizer, output, scale, schedule, signature, validation, warmupEpochs, weightDecay, width.");
        assertRefused(
                Map.of("studnet.epochs", "3"),
                "<studnet> is not known. Did you mean <student>? An experiment takes: attach, baseline, checkpointSeconds, cluster,"
                        + " controls, datasets, device, evaluationSets, expectations, experiment, haltOnFailure, instructionSet, jvmArguments, lock, locked, mirror, networks,"
                        + " plan, precision, preset, presetFile, remote, remoteMode, remoteTrust, replicates, rerun, seed, shard, sideBySide, store, storeLimit,"
                        + " storeMode, student, students, sweep, teacher, threads, transfer, workers, writeBaseline.");
    }

    @Test
    void textWhereElementsBelongIsRefused() {
        assertRefused(
                Map.of("transfer", "all"),
                "<transfer> holds the text 'all'. It takes elements: allowSmall, attack, attackSteps, confidence, ensemble, epsilon, examples, inputs, iterate, keep, labels,"
                        + " lambda, minimumSize, noise, norm, normalization, omittedClasses, share, stepSize, target, temperature, unseen, untouched.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "teacher.network, transformer, \"one of cnn, densenet-bc-40-12, linear, mlp, mlp-1200, mlp-4x100, mlp-auxiliary, resnet18, resnet26, vgg11\"",
                "teacher.width, 0, a multiple of 16 from 16 to 1024",
                "teacher.width, 40, a multiple of 16 from 16 to 1024",
                "student.width, 2048, a multiple of 16 from 16 to 1024",
                "teacher.epochs, ten, a whole number from 0 to 10000",
                "teacher.epochs, 2.5, a whole number from 0 to 10000",
                "student.augmentation, flip, \"one of none, crop-flip\"",
                "student.batchSize, 0, a whole number from 1 to 1000000",
                "student.learningRate, 0, a number above 0",
                "student.learningRate, NaN, a number above 0",
                "student.learningRate, Infinity, a number above 0",
                "student.momentum, 1, a number from 0 to below 1",
                "student.weightDecay, -0.1, a number of at least 0",
                "transfer.epsilon, -0.1, a number of 0 or more",
                "transfer.attackSteps, 0, a whole number from 1 to 10000",
                "transfer.attack, fgsm, \"one of none, pattern, pgd, single-step\"",
                "transfer.minimumSize, 0, a whole number from 1 to 1000000000",
                "transfer.allowSmall, yes, 'true' or 'false'",
                "transfer.examples, -1, \"a whole number from 0 to 1000000000, or a multiple of d or d+1, such as 10d, d+1 or 10(d+1), where d is the number of values of an input\"",
                "teacher.examples, many, a whole number from 0 to 1000000",
                "replicates, 0, a whole number from 1 to 1000",
                "precision, double, \"one of float32, bfloat16\"",
                "threads, 2000, a whole number from 0 to 1024",
                "storeLimit, 20 GiB, \"a number of bytes such as 20GB or 500MB, or 0\"",
                "storeLimit, -1, \"a number of bytes such as 20GB or 500MB, or 0\"",
                "rerun, teacher, \"one or more goals of fetch-data, train-teacher, mislabel, train-student, all\"",
                "cluster.master, mesos://host:5050, \"local[2], local[*], spark://host:port, k8s://address or yarn\"",
                "cluster.master, local[0], \"local[2], local[*], spark://host:port, k8s://address or yarn\"",
                "cluster.master, spark://host, \"local[2], local[*], spark://host:port, k8s://address or yarn\"",
                "cluster.master, http://host:7077, \"local[2], local[*], spark://host:port, k8s://address or yarn\"",
                "cluster.version, 3.5.6, \"a version of Apache Spark 4, such as 4.1.3\"",
                "checkpointSeconds, 0, a whole number from 1 to 86400",
                "shard, 0/5, \"a shard, such as 2/5 for the second of five, or all/5 for the build that gathers what five shards made\"",
                "shard, 6/5, \"a shard, such as 2/5 for the second of five, or all/5 for the build that gathers what five shards made\"",
                "shard, all/0, \"a shard, such as 2/5 for the second of five, or all/5 for the build that gathers what five shards made\""
            })
    void aValueOutOfRangeSaysWhatItMustBe(String path, String value, String expected) {
        assertRefused(
                Map.of(path, value), "%s is '%s'; it must be %s.".formatted(Setting.element(path), value, expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cluster.options | spark.executor.memory | options of Apache Spark, such as spark.executor.memory=4g, separated by blanks. 'spark.executor.memory' is none: their names begin with 'spark.', and '=' stands before the value.",
                "cluster.options | spark.master=yarn | options of Apache Spark, such as spark.executor.memory=4g, separated by blanks. The build sets spark.master itself. Leave it out.",
                "student.learningRate | 1e-320 | a number above 0. Trainings compute with 32 bits, and there it is 0.",
                "student.learningRate | 1e-400 | a number above 0. Trainings compute with 32 bits, and there it is 0.",
                "student.learningRate | 1e-45 | a number above 0. Trainings compute with 32 bits, and there it is 0.",
                "student.learningRate | 1e308 | a number above 0. Trainings compute with 32 bits, and there the greatest number is 3.4e38.",
                "student.weightDecay | 1e-50 | a number of at least 0. Trainings compute with 32 bits, and there it is 0.",
                "student.momentum | 0.99999999999 | a number from 0 to below 1. Trainings compute with 32 bits, and there it is 1.",
                "transfer.epsilon | 1e-60 | a number of 0 or more. Trainings compute with 32 bits, and there it is 0.",
                "student.learningRate | 0x1p-3 | a number above 0.",
                "student.learningRate | 1f | a number above 0.",
                "student.learningRate | 1d | a number above 0.",
                "student.learningRate | +1 | a number above 0.",
                "student.learningRate | ٠.٥ | a number above 0.",
                "student.learningRate | 0,5 | a number above 0.",
                "student.momentum | -0 | a number from 0 to below 1.",
                "student.momentum | -0.0 | a number from 0 to below 1.",
                "seed | -0 | a whole number from 0 to 9223372036854775807.",
                "seed | +5 | a whole number from 0 to 9223372036854775807.",
                "seed | ٣ | a whole number from 0 to 9223372036854775807.",
                "seed | 1_000 | a whole number from 0 to 9223372036854775807.",
                "seed | 1 000 | a whole number from 0 to 9223372036854775807.",
                "seed | 1e3 | a whole number from 0 to 9223372036854775807.",
                "seed | \"\" | a whole number from 0 to 9223372036854775807.",
                "seed | 9223372036854775808 | a whole number from 0 to 9223372036854775807.",
                "teacher.width | +16 | a multiple of 16 from 16 to 1024.",
                "storeLimit | ٢GB | a number of bytes such as 20GB or 500MB, or 0.",
                "transfer.allowSmall | TRUE | 'true' or 'false'. Did you mean 'true'?",
                "rerun | , | one or more goals of fetch-data, train-teacher, mislabel, train-student, all.",
                "rerun | mislabel, | one or more goals of fetch-data, train-teacher, mislabel, train-student, all. Did you mean 'mislabel'?",
                "store | \"\" | a folder. It is empty.",
                "mirror | \"\" | a folder or an address. It is empty.",
                "baseline | ~bob/x | a file. '~' with a name behind it is for shells. Write the whole path, or './~bob/x' for a name.",
                "mirror | file:///~/x | a folder or an address. In an address '~' is not the home folder. Leave 'file:' out, or write the whole path."
            })
    void whatIsNotTheNumberOrTheTextThatItLooksLikeIsRefused(String path, String value, String expected) {
        assertRefused(
                Map.of(path, value), "%s is '%s'; it must be %s".formatted(Setting.element(path), value, expected));
    }

    @ParameterizedTest
    @CsvSource({
        ".5, 0.5",
        "5e-1, 0.5",
        "0.50, 0.5",
        "00.5, 0.5",
        "5.E-1, 0.5",
        "1e-37, 0.0000000000000000000000000000000000001"
    })
    void aNumberMayHaveAnExponentAndLackAnEmptyPart(String written, String canonical)
            throws InvalidExperimentException {
        assertThat(reader.read("x", List.of(pom(Map.of("student.learningRate", written))))
                        .settings())
                .contains(new SettingValue("student.learningRate", canonical, Origin.POM));
    }

    @Test
    void aPropertyThatIsNotSetIsNamed() {
        assertRefused(
                Map.of("seed", "${nope}"),
                "<seed> is '${nope}', but the property nope is not set. Set it in the POM's <properties> or with -D.");
        assertRefused(
                Map.of("store", "${env.CACHE}/store"),
                "<store> is '${env.CACHE}/store', but the property env.CACHE is not set. Set it in the POM's <properties> or with -D.");
        assertRefused(
                Map.of("expectations.expectation.metric", "student", "expectations.expectation.min", "${gate}"),
                "<min> of <expectation> 1 in <expectations> is '${gate}', but the property gate is not set."
                        + " Set it in the POM's <properties> or with -D.");
    }

    @Test
    void anElementWhereTextBelongsIsRefused() {
        assertRefused(
                Map.of("teacher.epochs.value", "3"),
                "<teacher><epochs> holds the element <value>. It takes text: a whole number from 0 to 10000.");
    }

    @Test
    void aPathMayBeginWithTheHomeFolder() throws InvalidExperimentException {
        String home = System.getProperty("user.home");
        Experiment experiment =
                reader.read("x", List.of(pom(Map.of("store", "~/store", "baseline", "~/b.json", "mirror", "~/data"))));

        assertThat(experiment.store().folder()).isEqualTo(home + "/store");
        assertThat(experiment.gate().baseline()).isEqualTo(home + "/b.json");
        assertThat(experiment.run().mirror()).isEqualTo(home + "/data");
    }

    @Test
    void whatWasFoundWrongBeforeIsReportedWithTheRest() {
        assertThatThrownBy(() -> reader.read(
                        "bad", List.of(pom(Map.of("seed", "x"))), List.of("An option is wrong."), Path.of("")))
                .hasMessage("""
                        Experiment 'bad' cannot run, its configuration has 2 errors:
                          - An option is wrong.
                          - <seed> is 'x'; it must be a whole number from 0 to 9223372036854775807.""");
    }

    @Test
    void controlsAreThoseListedInTheirOrder() throws InvalidExperimentException {
        assertThat(reader.read("x", List.of(pom(Map.of("controls", "shuffled , shuffled-within-class"))))
                        .controls())
                .extracting(Control::id)
                .containsExactly("shuffled", "shuffled-within-class");
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

    @Test
    @DisplayName("says nothing of the name of data or a network that is refused itself")
    void saysNothingOfNamesThatAreRefusedThemselves() {
        SettingLayer pom = WrittenExperiment.pom(Map.of(
                "datasets.dataset[2].name", "leaves",
                "networks.network.name", "mine",
                "teacher.dataset", "leaves",
                "student.network", "mine",
                "teacher.network", "nobodys"));

        assertThatThrownBy(() -> reader.read("x", List.of(pom), List.of("What is wrong with them."), Path.of("")))
                .hasMessageContainingAll("- What is wrong with them.", "<teacher><network> is 'nobodys'")
                .hasMessageNotContainingAny("'leaves'", "'mine'");
    }
}
