package io.github.distillmaven.dataset.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.extension.data.Examples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SyntheticDatasetTest {

    private static final String DIGITS = "synthetic-digits";
    private static final String GARMENTS = "synthetic-garments";

    @TempDir
    static Path folder;

    @BeforeAll
    static void draw() throws IOException {
        SyntheticDataset.named(DIGITS).write(Files.createDirectory(folder.resolve(DIGITS)));
        SyntheticDataset.named(GARMENTS).write(Files.createDirectory(folder.resolve(GARMENTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {DIGITS, GARMENTS})
    @DisplayName("draws the very bytes that the catalog pins, on every platform")
    void drawsThePinnedBytes(String name) throws IOException, NoSuchAlgorithmException {
        for (DatasetSpec.DatasetFile file : spec(name).files()) {
            byte[] content = Files.readAllBytes(folder.resolve(name).resolve(file.name()));
            assertThat(content).hasSize((int) file.bytes());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(HexFormat.of().formatHex(digest)).as(file.name()).isEqualTo(file.sha256());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DIGITS, GARMENTS})
    void drawsAsManyOfEachClass(String name) throws IOException {
        assertThat(histogram(read(name, Split.TRAIN))).containsOnly(1200);
        assertThat(histogram(read(name, Split.TEST))).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {DIGITS, GARMENTS})
    void hasTheMomentsOfTheCatalog(String name) throws IOException {
        double sum = 0;
        double squares = 0;
        byte[] pixels = read(name, Split.TRAIN).bytes();
        for (byte pixel : pixels) {
            double tone = Byte.toUnsignedInt(pixel) / 255.0;
            sum += tone;
            squares += tone * tone;
        }
        double mean = sum / pixels.length;

        // the catalog gives four digits
        assertThat(mean).isCloseTo(spec(name).moments().mean().get(0), within(0.00005));
        assertThat(Math.sqrt(squares / pixels.length - mean * mean))
                .isCloseTo(spec(name).moments().deviation().get(0), within(0.00005));
    }

    @Test
    void aLinearModelFailsOnDigits() throws IOException {
        LinearModel model = new LinearModel(28 * 28, 10);
        Examples train = read(DIGITS, Split.TRAIN);
        for (int epoch = 0; epoch < 3; epoch++) {
            model.train(train, 0.05);
        }

        // a small convolutional network has 98% after three epochs; with many more epochs the linear one has 62%
        assertThat(model.accuracy(read(DIGITS, Split.TEST))).isBetween(0.30, 0.70);
    }

    @Test
    void knowsNoOtherNames() {
        assertThatThrownBy(() -> SyntheticDataset.named("mnist"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no synthetic data set is named mnist");
    }

    private static int[] histogram(Examples images) {
        int[] counts = new int[10];
        for (int index = 0; index < images.size(); index++) {
            counts[images.label(index)]++;
        }
        return counts;
    }

    private static Examples read(String name, Split split) throws IOException {
        return ExampleReader.read(DatasetLayout.files(spec(name), folder.resolve(name), split), 10);
    }

    private static DatasetSpec spec(String name) {
        return new DatasetCatalog().find(name).orElseThrow();
    }
}
