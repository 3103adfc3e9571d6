package io.github.distillmaven.report.figure;

import java.util.List;

import io.github.distillmaven.report.figure.TreeChart.Node;
import io.github.distillmaven.results.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A tree of what was made from what")
class TreeChartTest {

    private static final TreeChart CHART = new TreeChart(
            "Made",
            List.of(new Node(
                    "teacher",
                    "1.0 s, restored",
                    Role.TEACHER,
                    false,
                    List.of(
                            new Node(
                                    "set",
                                    "0.1 s, restored",
                                    Role.STUDENT,
                                    false,
                                    List.of(new Node("student", "2.0 s, this build", Role.STUDENT, true, List.of()))),
                            new Node("other set", "0.2 s, this build", Role.CONTROL, true, List.of())))));

    @Test
    @DisplayName("says in words what each thing was made from")
    void description() {
        assertThat(CHART.description())
                .isEqualTo("Made: teacher (1.0 s, restored), set (0.1 s, restored) from teacher,"
                        + " student (2.0 s, this build) from set, other set (0.2 s, this build) from teacher.");
    }

    @Test
    @DisplayName("has a line for each, and leaves details out before it cuts names")
    void fits() {
        assertThat(CHART.height(500)).isEqualTo(CHART.height(100)).isEqualTo(4 * 26);
        assertThat(CHART.draw(500, Palette.LIGHT).document()).contains(">student</text>", ">2.0 s, this build</text>");
        assertThat(CHART.draw(150, Palette.LIGHT).document())
                .contains(">student</text>", ">other set</text>")
                .doesNotContain(">2.0 s, this build</text>");
    }

    @Test
    @DisplayName("has full dots for what this build made")
    void dots() {
        String light = CHART.draw(500, Palette.LIGHT).document();

        assertThat(light).contains("fill=\"" + Palette.LIGHT.control() + "\" stroke=\"" + Palette.LIGHT.control());
        assertThat(light).contains("fill=\"" + Palette.LIGHT.paper() + "\" stroke=\"" + Palette.LIGHT.teacher());
    }
}
