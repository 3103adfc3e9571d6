package io.github.distillmaven.dataset.points;

import java.util.List;

import io.github.distillmaven.experiment.Seeds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The points of a seed")
class PointSamplerTest {

    private final PointSampler sampler = new PointSampler();

    @Test
    void are32InTheUnitSquareWithBothLabels() {
        List<LabelledPoint> points = sampler.draw(new Seeds(1), 1);

        assertThat(points).hasSize(32).allSatisfy(point -> {
            assertThat(point.x()).isBetween(0f, 1f);
            assertThat(point.y()).isBetween(0f, 1f);
        });
        assertThat(points).extracting(LabelledPoint::label).contains(0, 1).containsOnly(0, 1);
    }

    @Test
    void keepTheirDistanceInTheLargerCoordinate() {
        for (long seed = 1; seed <= 20; seed++) {
            List<LabelledPoint> points = sampler.draw(new Seeds(seed), 1);
            for (LabelledPoint one : points) {
                assertThat(points)
                        .as("seed " + seed)
                        .filteredOn(other -> other != one)
                        .allMatch(other ->
                                Math.max(Math.abs(one.x() - other.x()), Math.abs(one.y() - other.y())) >= 0.12f);
            }
        }
    }

    @Test
    void areTheSameEachTimeAndOthersForEveryAttemptAndSeed() {
        List<LabelledPoint> points = sampler.draw(new Seeds(1), 1);

        assertThat(sampler.draw(new Seeds(1), 1)).isEqualTo(points);
        assertThat(sampler.draw(new Seeds(1), 2)).isNotEqualTo(points);
        assertThat(sampler.draw(new Seeds(2), 1)).isNotEqualTo(points);
    }
}
