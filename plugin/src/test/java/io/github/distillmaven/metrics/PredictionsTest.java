package io.github.distillmaven.metrics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("Predictions")
class PredictionsTest {

    @TempDir
    Path folder;

    private final Predictions predictions = new Predictions(List.of(
            new Predictions.Row(0, 0, 0.5f, 2), new Predictions.Row(1, 2, 0.75f, 1), new Predictions.Row(2, 0, 1, 1)));

    @Test
    void accuracyLooksAtTheMostLikelyClass() {
        assertThat(predictions.accuracy()).isEqualTo(1 / 3.0);
    }

    @Test
    void areReadBackAsTheyWere() throws Exception {
        Path file = folder.resolve("predictions.csv");

        predictions.write(file);

        assertThat(Files.readString(file)).isEqualTo("""
                index,label,predicted,confidence,leastLikely
                0,0,0,0.5,2
                1,1,2,0.75,1
                2,2,0,1.0,1
                """);
        assertThat(Predictions.read(file)).isEqualTo(predictions);
    }

    @Test
    void aFileWithoutTheLeastLikelyClassIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("old.csv"), "index,label,predicted,confidence\n0,0,0,0.5\n");

        assertThatIOException()
                .isThrownBy(() -> Predictions.read(file))
                .withMessage(file + ": the first line is not 'index,label,predicted,confidence,leastLikely'");
    }

    @Test
    void aLineWithAFieldTooFewIsNamed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("short.csv"), "index,label,predicted,confidence,leastLikely\n0,0,0,0.5\n");

        assertThatIOException()
                .isThrownBy(() -> Predictions.read(file))
                .withMessage(file + ", line 2: not 'index,label,predicted,confidence,leastLikely': 0,0,0,0.5");
    }
}
