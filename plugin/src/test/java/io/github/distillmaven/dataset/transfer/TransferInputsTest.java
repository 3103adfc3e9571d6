package io.github.distillmaven.dataset.transfer;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.dataset.InputNormalizer;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Normalization;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.transfer.noise.GreyNoise;
import io.github.distillmaven.transfer.noise.NoNoise;
import io.github.distillmaven.transfer.noise.UniformNoise;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("What a teacher labels")
class TransferInputsTest {

    private static final Moments MOMENTS = new Moments(List.of(0.5), List.of(0.25));

    @TempDir
    private Path folder;

    private TransferInputs inputs(int count, Noise noise, long seed) throws Exception {
        ExampleFiles files = ExampleWriter.write(
                Examples.ofBytes(ExampleShape.of(1, 2, 1), new byte[] {10, 20, 30, 40, 50, 60}, new byte[] {7, 8, 9}),
                folder);
        return new TransferInputs(
                files,
                new InputNormalizer(Normalization.OWN, MOMENTS, MOMENTS),
                count,
                Chosen.of(noise),
                new Seeds(seed));
    }

    private Examples read(int count, Noise noise, long seed) throws Exception {
        TransferInputs inputs = inputs(count, noise, seed);
        return inputs.among(inputs.available());
    }

    @Test
    @DisplayName("are the first examples with their own classes, or all of them")
    void areTheFirstExamples() throws Exception {
        assertThat(read(2, new NoNoise(), 1).bytes()).containsExactly(10, 20, 30, 40);
        assertThat(read(2, new NoNoise(), 1).labels()).containsExactly(7, 8);
        assertThat(read(0, new NoNoise(), 1).labels()).containsExactly(7, 8, 9);
    }

    @Test
    @DisplayName("are as many of what takes their place, of one class, the same for the same seed alone")
    void areWhatTakesTheirPlace() throws Exception {
        assertThat(read(2, new GreyNoise(), 1).bytes()).containsExactly(-128, -128, -128, -128);
        assertThat(read(2, new GreyNoise(), 1).labels()).containsExactly(0, 0);
        assertThat(read(3, new UniformNoise(), 1).bytes())
                .isEqualTo(read(3, new UniformNoise(), 1).bytes())
                .isNotEqualTo(read(3, new UniformNoise(), 2).bytes());
    }

    @Test
    void areNotMoreThanThereAre() throws Exception {
        TransferInputs inputs = inputs(4, new NoNoise(), 1);
        Examples available = inputs.available();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs.among(available))
                .withMessage("there are 3 examples, not 4");
    }
}
