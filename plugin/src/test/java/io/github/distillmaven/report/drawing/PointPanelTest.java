package io.github.distillmaven.report.drawing;

import java.util.List;

import io.github.distillmaven.dataset.points.DecisionSurface;
import io.github.distillmaven.report.figure.Palette;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A panel of points")
class PointPanelTest {

    private static final List<PointPanel.LabelledPoint> POINTS = List.of(
            new PointPanel.LabelledPoint(0.25f, 0.5f, 0, false), new PointPanel.LabelledPoint(0.75f, 0.5f, 1, false));

    @Test
    @DisplayName("has a square around every point, or a circle, as far as an attack may move it by its norm")
    void ballsHaveTheShapeOfTheirNorm() {
        String square = panel(0.06, false);
        String round = panel(0.06, true);

        // The region of class 0 is a square too, and every point a circle.
        assertThat(square.split("<rect")).hasSize(1 + 1 + 2);
        assertThat(square.split("<circle")).hasSize(1 + 2);
        assertThat(round.split("<rect")).hasSize(1 + 1);
        assertThat(round.split("<circle")).hasSize(1 + 2 + 2);
        assertThat(panel(0, true)).isEqualTo(panel(0, false));
        assertThat(panel(0, true).split("<circle")).hasSize(1 + 2);
    }

    private static String panel(double ball, boolean round) {
        DecisionSurface surface = new DecisionSurface(new int[DecisionSurface.SIDE * DecisionSurface.SIDE]);
        return new PointPanel("points", surface, POINTS, ball, round)
                .draw(PointPanel.WIDTH, Palette.LIGHT)
                .document();
    }
}
