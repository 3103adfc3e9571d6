package io.github.distillmaven.tensorflow.stacked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.format.NpyFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A dense network on disk")
class StoredNetworkTest {

    private static final StoredNetwork STORED = new StoredNetwork(
            Courses.KIND.network(), Courses.KIND.shape(), Courses.KIND.classes(), Courses.AS_THEY_ARE);

    @TempDir
    private Path folder;

    @Test
    void answersWhatItDidAmongTheOthers() throws Exception {
        float[] points = {0.25f, 0.75f, 0.5f, 0.125f};
        float[] among;
        StackedOutcome second;
        try (StackedNetworks networks = new StackedNetworks(Courses.KIND, 3)) {
            second = new SideBySideTrainer(networks, Courses.training(20), 1, true, Courses.ofSeeds(1, 2, 3))
                    .train()
                    .get(1);
            networks.begin(List.of(second.last(), second.initial(), second.initial()));
            among = new StackedModel(networks, Courses.AS_THEY_ARE).logits(points);
        }

        STORED.write(second.last(), folder.resolve("model"));

        assertThat(folder.resolve("model/network.json")).hasContent("""
                {"network":{"id":"mlp-4x100","values":{}},"shape":{"sizes":[2]},"classes":2,"moments":{"mean":[0.0,0.0],"deviation":[1.0,1.0]}}
                """);
        try (StackedPool pool = new StackedPool()) {
            assertThat(StoredNetwork.isIn(folder.resolve("model"))).isTrue();
            StackedModel model = StoredNetwork.read(folder.resolve("model"))
                    .load(folder.resolve("model"), pool, Courses.AS_THEY_ARE);
            assertThat(model.logits(points)).isEqualTo(among);
        }
    }

    @Test
    void isRefusedWithOtherWeights() throws IOException {
        Files.createDirectories(folder);
        NpyFile.of(List.of(1, 3), new float[] {1, 2, 3}).write(folder.resolve("weights.npy"));

        try (StackedPool pool = new StackedPool()) {
            assertThatThrownBy(() -> STORED.load(folder, pool, Courses.AS_THEY_ARE))
                    .isInstanceOf(IOException.class)
                    .hasMessage(folder.resolve("weights.npy") + ": 3 weights, but 'mlp-4x100' has 30802");
        }
    }
}
