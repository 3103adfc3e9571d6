package io.github.distillmaven.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatasetCatalogTest {

    private final DatasetCatalog catalog = new DatasetCatalog();

    @Test
    void knowsTheSyntheticAndThePublishedDatasets() {
        assertThat(catalog.names())
                .containsExactly(
                        "synthetic-digits",
                        "synthetic-garments",
                        "mnist",
                        "fashion-mnist",
                        "cifar10",
                        "gaussian-points",
                        "random-points");
        assertThat(catalog.all()).extracting(DatasetSpec::name).isEqualTo(catalog.names());
    }

    @Test
    void findsADatasetByItsExactName() {
        assertThat(catalog.find("fashion-mnist")).map(DatasetSpec::title).contains("Fashion-MNIST");
        assertThat(catalog.find("fashion")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void describesImagesOfTenClassesWithMomentsForEachChannel(DatasetSpec spec) {
        assertThat(spec.classNames()).hasSize(10).doesNotHaveDuplicates();
        assertThat(spec.moments().mean()).hasSize(spec.shape().channels());
        assertThat(spec.moments().deviation()).hasSize(spec.shape().channels()).allMatch(deviation -> deviation > 0);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void pinsTheContentOfEveryFile(DatasetSpec spec) {
        assertThat(spec.files()).isNotEmpty().allSatisfy(file -> {
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            assertThat(file.bytes()).isPositive();
        });
        assertThat(spec.files()).extracting(DatasetSpec.DatasetFile::sha256).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void saysWhereEveryFileOfAPublishedDatasetCanBeHad(DatasetSpec spec) {
        List<String> files =
                spec.files().stream().map(DatasetSpec.DatasetFile::name).toList();
        List<String> downloaded = spec.downloads().stream()
                .flatMap(download -> download.contents().stream())
                .toList();
        assertThat(downloaded).isEqualTo(spec.synthetic() ? List.of() : files);
        assertThat(spec.downloads()).allSatisfy(download -> {
            assertThat(download.sha256()).matches("[0-9a-f]{64}");
            assertThat(download.addresses())
                    .hasSizeGreaterThan(1)
                    .allMatch(address -> address.endsWith("/" + download.name()));
        });
    }

    @ParameterizedTest
    @MethodSource("specs")
    void saysHowManyTrainingImagesThereAre(DatasetSpec spec) {
        // A label is a byte behind a header of eight, or before each image of a batch.
        long labels = spec.files().stream()
                .mapToLong(file -> file.name().startsWith("train-labels")
                        ? file.bytes() - 8
                        : file.name().startsWith("data_batch")
                                ? file.bytes() / (spec.shape().values() + 1)
                                : 0)
                .sum();
        assertThat(spec.trainingImages()).isEqualTo((int) labels);
        assertThat(spec.own()).isFalse();
    }

    @Test
    void knowsThatPointsHaveNoFiles() {
        DatasetSpec points = catalog.find("random-points").orElseThrow();

        assertThat(points.files()).isEmpty();
        assertThat(points.title()).isEqualTo("Random points");
        assertThat(points.moments()).isEqualTo(new Moments(List.of(0.0, 0.0), List.of(1.0, 1.0)));
        assertThat(points.classNames()).containsExactly("red", "blue");
    }

    @Test
    void knowsThatGaussianPointsAreAsTheirOptionsMakeThem() {
        Choice choice = new Choice("gaussian-points", new TreeMap<>(Map.of("dimensions", "3", "classes", "4")));

        DatasetSpec points = catalog.get(choice);

        assertThat(points.shape()).isEqualTo(ExampleShape.of(3));
        assertThat(points.classNames()).containsExactly("0", "1", "2", "3");
        assertThat(points.moments()).isEqualTo(new Moments(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)));
        assertThat(points.hasLabels()).isFalse();
        assertThat(points.withoutClasses().classNames()).containsExactly("point");
        assertThat(catalog.get(Choice.of("mnist")))
                .isEqualTo(catalog.find("mnist").orElseThrow());
        assertThat(catalog.find("gaussian-points")).map(DatasetSpec::shape).contains(ExampleShape.of(20));
    }

    /** Those with images. */
    static List<DatasetSpec> specs() {
        return new DatasetCatalog().all().stream().filter(spec -> !spec.drawn()).toList();
    }
}
