package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.disk.FileDigests;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.reader.AddedJar;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.WrittenExperiment;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.pipeline.step.RunningBuild;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.Workspace;
import io.github.distillmaven.results.MetricNames;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A perturbation that draws")
@ExtendWith(AddedJar.class)
class DrawingPerturbationTest {

    /** Adds noise to every value. */
    public static final class Noise implements Perturbation {

        @Override
        public String id() {
            return "noise";
        }

        @Override
        public String meaning() {
            return "a little noise on every value";
        }

        @Override
        public boolean draws() {
            return true;
        }

        @Override
        public float[] move(
                DifferentiableModel model,
                Perturbation.Originals originals,
                Perturbation.Aim aim,
                Choice choice,
                UniformRandomProvider random) {
            float[] moved = originals.values().clone();
            for (int index = 0; index < moved.length; index++) {
                moved[index] = originals.bounds().clamp(moved[index] + random.nextFloat(-0.1f, 0.1f));
            }
            return moved;
        }
    }

    @Test
    @DisplayName("has the seed in the key of its transfer set, without targets too")
    void theSeedCounts() throws Exception {
        assertThat(settings("noise")).containsEntry("seed", "7");
        assertThat(settings("pgd")).doesNotContainKey("seed");
    }

    private static SortedMap<String, String> settings(String attack) throws Exception {
        Experiment experiment = new ExperimentReader(new DatasetCatalog(), new MetricNames())
                .read(
                        "x",
                        List.of(WrittenExperiment.pom(
                                Map.of("preset", "mnist-errors", "seed", "7", "transfer.attack", attack))));
        Path root = Path.of("here");
        Workspace workspace = Workspace.of(
                experiment,
                new DatasetCatalog(),
                Optional.empty(),
                root,
                new RunningBuild(
                        Instant.EPOCH,
                        "g:a",
                        "1",
                        root,
                        RunningBuild.VERIFY,
                        List.of(),
                        List.of(),
                        Map.of(),
                        null,
                        new FileDigests()));
        StepDefinitions definitions = new StepDefinitions(workspace, new TreeMap<>());
        return definitions
                .transfer(
                        definitions.teacher().record(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Instant.EPOCH),
                        List.of())
                .settings();
    }
}
