package io.github.distillmaven.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.extension.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("An attack on points")
class PointAttackTest {

    private static final PointBatch POINTS = new PointBatch(new float[] {0.5f, 0.5f, 0.05f, 0.95f}, new int[] {0, 1});

    @Test
    void ofOneStepEndsAtACornerOfTheSquareEvenOutsideOfTheUnitSquare() {
        PointAttack attack = new PointAttack(new Choice("single-step", new TreeMap<>(Map.of("epsilon", "0.12"))));

        List<PointBatch> moved = attack.move(List.of(POINTS), from -> List.of(new float[] {1e-6f, -3, -1e-20f, 40}));

        assertThat(moved.get(0).points()).containsExactly(new float[] {0.62f, 0.38f, -0.07f, 1.07f}, within(1e-6f));
        assertThat(moved.get(0).labels()).isEqualTo(POINTS.labels());
    }

    @Test
    void ofPgdStaysInTheSquareAndMayTurnBack() {
        PointAttack attack =
                new PointAttack(new Choice("pgd", new TreeMap<>(Map.of("epsilon", "0.1", "attackSteps", "4"))));
        List<float[]> seen = new ArrayList<>();

        // Steps of 2.5 * 0.1 / 4 = 0.0625: the second one is cut at 0.1, the fourth goes back.
        List<PointBatch> moved = attack.move(List.of(POINTS), from -> {
            seen.add(from.get(0).points());
            return List.of(new float[] {seen.size() < 4 ? 1 : -1, 0, 1, 1});
        });

        assertThat(seen).hasSize(4);
        assertThat(seen.get(1)).containsExactly(new float[] {0.5625f, 0.5f, 0.1125f, 1.0125f}, within(1e-6f));
        assertThat(seen.get(3)).containsExactly(new float[] {0.6f, 0.5f, 0.15f, 1.05f}, within(1e-6f));
        assertThat(moved.get(0).points()).containsExactly(new float[] {0.5375f, 0.5f, 0.15f, 1.05f}, within(1e-6f));
    }
}
