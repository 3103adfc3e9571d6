package io.github.distillmaven.dataset.points;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("The points of a seed")
class RandomPointsTest {

    private final DataSource source = Components.load(DataSource.class).get("random-points");

    @Test
    void are32InTheUnitSquareWithBothLabels() {
        Examples points = draw(1, 1);

        assertThat(points.size()).isEqualTo(32);
        for (float coordinate : floats(points)) {
            assertThat(coordinate).isBetween(0f, 1f);
        }
        assertThat(((Targets.Classes) points.targets()).labels()).contains(0, 1).containsOnly(0, 1);
    }

    @Test
    void keepTheirDistanceInTheLargerCoordinate() {
        for (long seed = 1; seed <= 20; seed++) {
            float[] points = floats(draw(seed, 1));
            for (int one = 0; one < 32; one++) {
                for (int other = 0; other < one; other++) {
                    assertThat(Math.max(
                                    Math.abs(points[2 * one] - points[2 * other]),
                                    Math.abs(points[2 * one + 1] - points[2 * other + 1])))
                            .as("seed " + seed)
                            .isGreaterThanOrEqualTo(0.12f);
                }
            }
        }
    }

    @Test
    void areTheSameEachTimeAndOthersForEveryAttemptAndSeed() {
        float[] points = floats(draw(1, 1));

        assertThat(floats(draw(1, 1))).isEqualTo(points);
        assertThat(floats(draw(1, 2))).isNotEqualTo(points);
        assertThat(floats(draw(2, 1))).isNotEqualTo(points);
    }

    @Test
    void comeWithTheGridOfTheFigureAndFreshPoints() {
        assertThat(source.evaluationSets()).containsExactly("plane", "fresh");
        Examples plane = set("plane");
        float[] fresh = floats(set("fresh"));

        assertThat(plane.size()).isEqualTo(241 * 241);
        assertThat(plane.label(0)).isEqualTo(Targets.NO_LABEL);
        // The second point of the second row.
        assertThat(floats(plane)[2 * 242]).isCloseTo(-0.095f, within(1e-6f));
        assertThat(floats(plane)[2 * 242 + 1]).isCloseTo(-0.095f, within(1e-6f));
        assertThat(fresh).hasSize(2000).isNotEqualTo(floats(draw(1, 1)));
        for (float coordinate : fresh) {
            assertThat(coordinate).isBetween(0f, 1f);
        }
        assertThatThrownBy(() -> set("tset"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("random-points has no evaluation set 'tset'");
    }

    private Examples draw(long seed, int attempt) {
        return source.draw(Choice.of("random-points"), new Seeds(seed)::stream, attempt);
    }

    private Examples set(String name) {
        return source.evaluationSet(name, new Seeds(1)::stream);
    }

    private static float[] floats(Examples examples) {
        return ((Values.FloatValues) examples.values()).floats();
    }
}
