package io.github.distillmaven.dataset;

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatasetLayoutTest {

    private static final Path FOLDER = Path.of("data");

    private final DatasetCatalog catalog = new DatasetCatalog();

    @Test
    void namesImagesAndLabelsOfMnist() {
        DatasetSpec mnist = catalog.find("mnist").orElseThrow();

        ExampleFiles test = DatasetLayout.files(mnist, FOLDER, Split.TEST);

        assertThat(test.format()).isEqualTo(ExampleFiles.Format.ARRAYS);
        assertThat(test.files())
                .containsExactly(FOLDER.resolve("t10k-images-idx3-ubyte"), FOLDER.resolve("t10k-labels-idx1-ubyte"));
        assertThat(DatasetLayout.files(mnist, FOLDER, Split.TRAIN).files())
                .containsExactly(FOLDER.resolve("train-images-idx3-ubyte"), FOLDER.resolve("train-labels-idx1-ubyte"));
    }

    @Test
    void namesTheLabelsOfAPartOfADataSetInTheirOrder() {
        DatasetSpec fashion = catalog.find("fashion-mnist").orElseThrow();
        DatasetSpec two = fashion.with(Set.of("Shirt", "T-shirt/top"));

        assertThat(two.classNames()).containsExactly("T-shirt/top", "Shirt");
        assertThat(two.title()).isEqualTo("Fashion-MNIST (T-shirt/top, Shirt)");
        assertThat(DatasetLayout.files(two, FOLDER, Split.TEST).labels()).containsExactly(0, 6);
        assertThat(DatasetLayout.files(fashion, FOLDER, Split.TEST).labels()).isEmpty();
        assertThat(fashion.with(Set.of())).isEqualTo(fashion);
    }

    @Test
    void namesTheBatchesOfCifar10InOrder() {
        DatasetSpec cifar10 = catalog.find("cifar10").orElseThrow();

        ExampleFiles train = DatasetLayout.files(cifar10, FOLDER, Split.TRAIN);

        assertThat(train.format()).isEqualTo(ExampleFiles.Format.CIFAR10);
        assertThat(train.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "data_batch_1.bin",
                        "data_batch_2.bin",
                        "data_batch_3.bin",
                        "data_batch_4.bin",
                        "data_batch_5.bin");
        assertThat(DatasetLayout.files(cifar10, FOLDER, Split.TEST).files())
                .containsExactly(FOLDER.resolve("test_batch.bin"));
    }
}
