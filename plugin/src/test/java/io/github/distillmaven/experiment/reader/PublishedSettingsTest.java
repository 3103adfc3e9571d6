package io.github.distillmaven.experiment.reader;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.distillmaven.experiment.reader.WrittenExperiment.pom;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What was published stands beside the same experiment alone")
class PublishedSettingsTest {

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    private Published published(String preset, Origin origin, String... written) throws InvalidExperimentException {
        Map<String, String> values = new TreeMap<>();
        for (String setting : written) {
            values.put(setting.split("=")[0], setting.split("=")[1]);
        }
        return reader.read("x", List.of(pom(Map.of("preset", preset)), new SettingLayer(origin, values)))
                .preset()
                .published();
    }

    @Test
    void thePresetAsItIsHasItsNumbers() throws InvalidExperimentException {
        Published published = published("fashion-to-mnist", Origin.POM);

        assertThat(published.holds()).isTrue();
        assertThat(published.studentTestAccuracy()).isEqualTo(0.9104);
    }

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"PROJECT_PROPERTY", "POM", "COMMAND_LINE"})
    void otherSettingsHaveNoneWhereverTheyAreWritten(Origin origin) throws InvalidExperimentException {
        Published published = published(
                "fashion-to-mnist",
                origin,
                "teacher.dataset=synthetic-digits",
                "transfer.inputs=synthetic-garments",
                "teacher.network=linear",
                "student.network=linear");

        assertThat(published)
                .isEqualTo(new Published(
                        "E. Wallace, Learning from Incorrectly Labeled Data, Distill, 2019, doi 10.23915/distill.00019.6",
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                "teacher.dataset is synthetic-digits, not mnist",
                                "teacher.network is linear, not cnn",
                                "transfer.inputs is synthetic-garments, not fashion-mnist",
                                "student.network is linear, not cnn")));
        assertThat(published.differenceInWords())
                .isEqualTo(
                        "Settings differ from the published experiment: teacher.dataset is synthetic-digits, not mnist;"
                                + " teacher.network is linear, not cnn; transfer.inputs is synthetic-garments, not fashion-mnist;"
                                + " student.network is linear, not cnn.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fashion-to-mnist; transfer.normalization=source; transfer.normalization is source, not own",
                "fashion-to-mnist; transfer.examples=1000; transfer.examples is 1000, not 0",
                "fashion-to-mnist; student.weightDecay=1e-4; student.weightDecay is 0.0001, not 0.0",
                "fashion-to-mnist; student.schedule=cosine; student.schedule is cosine, not constant",
                "fashion-to-mnist; student.augmentation=crop-flip; student.augmentation is crop-flip, not none",
                "cifar10-errors; transfer.keep=all; transfer.keep is all, not wrong",
                "cifar10-errors; student.width=16; student.width is 16, not 64",
                "two-dimensional; transfer.epsilon=0.12; transfer.epsilon is 0.12, not 0.06",
                "two-dimensional; transfer.attack=pgd; transfer.attack is pgd, not single-step"
            })
    void everySettingThatChangesWhatIsMeasuredCounts(String preset, String written, String difference)
            throws InvalidExperimentException {
        assertThat(published(preset, Origin.POM, written).differences()).containsExactly(difference);
    }

    @Test
    void howOftenAndOnWhatItIsMeasuredDoesNotCount() throws InvalidExperimentException {
        assertThat(published(
                                "fashion-to-mnist",
                                Origin.COMMAND_LINE,
                                "seed=7",
                                "replicates=5",
                                "controls=shuffled",
                                "workers=2",
                                "threads=1",
                                "device=gpu",
                                "instructionSet=avx2",
                                "teacher.evaluateEvery=2",
                                "student.evaluateEvery=5",
                                "mirror=/data",
                                "jvmArguments=-Xmx4g",
                                "store=/store",
                                "transfer.minimumSize=10",
                                "transfer.allowSmall=true",
                                "haltOnFailure=false")
                        .differences())
                .isEmpty();
    }

    @Test
    void thePrecisionDoesNotCountAsNoSourceGivesIt() throws InvalidExperimentException {
        assertThat(published("cifar10-errors", Origin.COMMAND_LINE, "precision=bfloat16")
                        .studentTestAccuracy())
                .isEqualTo(0.497);
    }

    @Test
    void theSameValueWrittenAgainIsNoDifference() throws InvalidExperimentException {
        assertThat(published("fashion-to-mnist", Origin.POM, "teacher.epochs=10", "student.momentum=5e-1")
                        .holds())
                .isTrue();
    }

    @Test
    void whatIsFreeIsASetting() {
        List<String> paths = reader.catalog().all().stream().map(Setting::path).toList();

        assertThat(paths).containsAll(PublishedSettings.FREE);
    }
}
