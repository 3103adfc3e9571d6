package io.github.distillmaven.pipeline.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.experiment.reader.AddedJar;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The inputs of evaluation sets of a jar")
@ExtendWith(AddedJar.class)
class EvaluationInputsTest {

    /** Inputs of which nobody knows a class. */
    public static final class Noise implements EvaluationSet.Asked {

        @Override
        public String id() {
            return "noise.uniform";
        }

        @Override
        public String meaning() {
            return "images of noise";
        }

        @Override
        public boolean hasTrueLabels() {
            return false;
        }

        @Override
        public Examples examples(Material material) {
            UniformRandomProvider random = material.streams().stream("noise");
            byte[] pixels = new byte[5 * 28 * 28];
            random.nextBytes(pixels);
            return new Examples(ExampleShape.of(28, 28, 1), new Values.ByteValues(pixels), new Targets.NoTargets());
        }
    }

    /** The same inputs from another point of view. */
    public static final class NoiseAgain implements EvaluationSet {

        @Override
        public String id() {
            return "noise-again";
        }

        @Override
        public String meaning() {
            return "the same images of noise";
        }

        @Override
        public String inputs() {
            return "noise.uniform";
        }

        @Override
        public boolean hasTrueLabels() {
            return false;
        }
    }

    /** Sets that do not fit. */
    private abstract static class Misfit implements EvaluationSet.Asked {

        private final String id;
        private final int side;
        private final byte[] labels;

        Misfit(String id, int side, int... labels) {
            this.id = id;
            this.side = side;
            this.labels = new byte[labels.length];
            for (int index = 0; index < labels.length; index++) {
                this.labels[index] = (byte) labels[index];
            }
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String meaning() {
            return "a set that does not fit";
        }

        @Override
        public Examples examples(Material material) {
            return Examples.ofBytes(ExampleShape.of(side, side, 1), new byte[labels.length * side * side], labels);
        }
    }

    public static final class Empty extends Misfit implements EvaluationSet.Asked {

        public Empty() {
            super("empty", 28);
        }
    }

    public static final class Small extends Misfit implements EvaluationSet.Asked {

        public Small() {
            super("small", 14, 1);
        }
    }

    public static final class Foreign extends Misfit implements EvaluationSet.Asked {

        public Foreign() {
            super("foreign", 28, 9, 10);
        }
    }

    public static final class Nameless extends Misfit implements EvaluationSet.Asked {

        public Nameless() {
            super("nameless", 28, 9);
        }

        @Override
        public Examples examples(Material material) {
            return super.examples(material).with(new Targets.NoTargets());
        }
    }

    @Test
    @DisplayName("are written once for all sets that have them, by the seed, for models to be asked")
    void areWrittenForModelsToBeAsked() throws Exception {
        Path folder = Files.createTempDirectory("sets");
        try {
            EvaluationInputs inputs = inputs("noise.uniform,noise-again,test-next", "1");
            List<WorkerRequest.EvaluatedFiles> written = inputs.write(folder);
            byte[] pixels = ExampleReader.read(written.get(1).files()).bytes();

            assertThat(inputs.further()).isEqualTo("noise.uniform");
            assertThat(written).extracting(WorkerRequest.EvaluatedFiles::name).containsExactly("test", "noise.uniform");
            assertThat(ExampleReader.read(inputs("noise-again", "1")
                                    .write(folder)
                                    .get(1)
                                    .files())
                            .bytes())
                    .isEqualTo(pixels);
            assertThat(ExampleReader.read(inputs("noise-again", "2")
                                    .write(folder)
                                    .get(1)
                                    .files())
                            .bytes())
                    .isNotEqualTo(pixels);
        } finally {
            PathUtils.deleteDirectory(folder);
        }
    }

    @Test
    @DisplayName("are refused where no model can be asked them")
    void areRefusedWhereNoModelCanBeAskedThem() throws Exception {
        assertRefused("empty", "has no inputs", Empty.class);
        assertRefused("small", "has inputs of 14x14x1, but the models take 28x28x1", Small.class);
        assertRefused("foreign", "has an input of class 10 of 10 classes", Foreign.class);
        assertRefused("nameless", "has an input without a class", Nameless.class);
    }

    private static void assertRefused(String set, String problem, Class<?> type) throws Exception {
        EvaluationInputs inputs = inputs(set, "1");
        assertThatThrownBy(() -> inputs.write(Path.of("unused")))
                .isInstanceOf(StepFailedException.class)
                .hasMessage(
                        "Experiment 'x': the evaluation set '%s' %s. Correct the class %s, or remove the set from <evaluationSets>.",
                        set, problem, type.getName());
    }

    private static EvaluationInputs inputs(String sets, String seed) throws Exception {
        return new EvaluationInputs(TestWorkspace.of(Path.of("unused"), Map.of("evaluationSets", sets, "seed", seed)));
    }
}
