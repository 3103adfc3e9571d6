package io.github.distillmaven.tensorflow;

import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.points.PointSampler;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Networks for points, side by side")
class PointNetworksTest {

    private static final int STEPS = 30;

    @Test
    void haveAsManyWeightsAsOneCountsByHand() {
        // 2 * 100 + 100, three times 100 * 100 + 100, 100 * 2 + 2.
        assertThat(weights(1).row()).hasSize(30_802);
        try (PointNetworks networks = new PointNetworks(training(1), 1)) {
            assertThat(networks.weights(weights(1).row()).sha256())
                    .isEqualTo(weights(1).sha256());
        }
    }

    @Test
    void learnTheirPoints() {
        try (PointNetworks networks = new PointNetworks(training(400), 2)) {
            networks.begin(List.of(weights(1), weights(2)));
            networks.train(List.of(points(1), points(2)));
            List<float[]> logits = networks.logits(List.of(points(1), points(2)));

            // After 400 of 1000 steps most of 32 random labels are learnt; guessing gives 16.
            assertThat(PointAnswer.correct(logits.get(0), points(1))).isGreaterThan(26);
            assertThat(PointAnswer.correct(logits.get(1), points(2))).isGreaterThan(26);
        }
    }

    @Test
    void giveTheSameBitsWhateverStandsBesideThemAndInWhateverPlace() {
        String alone = trained(0, 1, 1, 1).sha256();

        assertThat(trained(0, 1, 2, 3).sha256()).isEqualTo(alone);
        assertThat(trained(2, 5, 4, 1).sha256()).isEqualTo(alone);
        assertThat(trained(0, 2, 1, 1).sha256()).isNotEqualTo(alone);
    }

    @Test
    void beginAnewEachTime() {
        try (PointNetworks networks = new PointNetworks(training(STEPS), 1)) {
            String first = trained(networks);
            assertThat(trained(networks)).isEqualTo(first);
        }
    }

    @Test
    void sayWhereTheAnswerTurns() {
        try (PointNetworks networks = new PointNetworks(training(STEPS), 1)) {
            networks.begin(List.of(weights(1)));
            PointBatch batch = points(1);
            float[] ascent = networks.ascent(List.of(batch)).get(0);
            float step = 1e-2f;
            float[] before = networks.logits(List.of(batch)).get(0);
            float[] coordinates = batch.points().clone();
            for (int index = 0; index < coordinates.length; index++) {
                coordinates[index] += step * Math.signum(ascent[index]);
            }
            float[] after = networks.logits(List.of(new PointBatch(coordinates, batch.labels())))
                    .get(0);

            assertThat(IntStream.range(0, batch.size()))
                    .allMatch(point -> margin(after, batch, point) > margin(before, batch, point));
        }
    }

    private static float margin(float[] logits, PointBatch batch, int point) {
        int label = batch.labels()[point];
        return logits[2 * point + 1 - label] - logits[2 * point + label];
    }

    private static String trained(PointNetworks networks) {
        networks.begin(List.of(weights(1)));
        networks.train(List.of(points(1)));
        return networks.weights().get(0).sha256();
    }

    /** The network in one place after training, when there are those of three seeds. */
    private static Weights trained(int place, long... seeds) {
        try (PointNetworks networks = new PointNetworks(training(STEPS), seeds.length)) {
            networks.begin(IntStream.range(0, seeds.length)
                    .mapToObj(index -> weights(seeds[index]))
                    .toList());
            networks.train(IntStream.range(0, seeds.length)
                    .mapToObj(index -> points(seeds[index]))
                    .toList());
            return networks.weights().get(place);
        }
    }

    private static Weights weights(long seed) {
        try (PointNetworks networks = new PointNetworks(training(1), 1)) {
            return networks.draw(new Seeds(seed).stream("teacher/initial-weights"));
        }
    }

    private static PointBatch points(long seed) {
        return PointBatch.of(new PointSampler().draw(new Seeds(seed), 1));
    }

    static Training training(int steps) {
        return new Training(Choice.of("mlp-4x100"), 0, steps, 32, Augmentation.NONE, TrainRequests.adam());
    }
}
