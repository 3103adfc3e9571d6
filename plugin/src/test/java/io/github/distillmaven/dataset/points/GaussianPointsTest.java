package io.github.distillmaven.dataset.points;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Gaussian points")
class GaussianPointsTest {

    private static final Choice IN_SPACE = new Choice("gaussian-points", new TreeMap<>(Map.of("dimensions", "3")));

    private final DataSource source = Components.load(DataSource.class).get("gaussian-points");

    @Test
    void toBeTestedOnAre20000WithoutLabels() {
        Examples points = source.draw(IN_SPACE, new Seeds(1)::stream, 1);

        assertThat(points.size()).isEqualTo(20_000);
        assertThat(points.shape()).isEqualTo(ExampleShape.of(3));
        assertThat(points.targets()).isInstanceOf(Targets.NoTargets.class);
        assertThat(source.hasLabels()).isFalse();
    }

    /** Of 60,000 normal values the mean has a deviation of 0.004, and that of the squares one of 0.006. */
    @Test
    void haveMean0AndDeviation1() {
        float[] values = floats(source.draw(IN_SPACE, new Seeds(1)::stream, 1).values());

        double mean = 0;
        double squares = 0;
        for (float value : values) {
            mean += value / values.length;
            squares += value * value / values.length;
        }
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(squares).isCloseTo(1, within(0.03));
    }

    @Test
    void toBeLabelledAreTheFirstOnesOfMore() {
        float[] many = inputs(1, 40);

        assertThat(inputs(1, 21)).hasSize(63).isEqualTo(Arrays.copyOf(many, 63));
        assertThat(inputs(2, 40)).isNotEqualTo(many);
        assertThat(floats(source.draw(IN_SPACE, new Seeds(1)::stream, 1).values())[0])
                .isNotEqualTo(many[0]);
    }

    @Test
    void haveOneDimensionAtLeast() {
        Choice none = new Choice("gaussian-points", new TreeMap<>(Map.of("dimensions", "0")));

        assertThatThrownBy(() -> source.shape(none)).isInstanceOf(IllegalArgumentException.class);
    }

    private float[] inputs(long seed, int count) {
        return floats(source.inputs(IN_SPACE, new Seeds(seed)::stream, count));
    }

    private static float[] floats(Values values) {
        return ((Values.FloatValues) values).floats();
    }
}
