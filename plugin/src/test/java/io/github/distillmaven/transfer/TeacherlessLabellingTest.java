package io.github.distillmaven.transfer;

import java.util.Optional;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Labels that do not come from the teacher's answers")
class TeacherlessLabellingTest {

    private static final int CLASSES = 10;
    private static final int COUNT = 20_000;

    /** Four standard deviations of a share of a tenth among so many. */
    private static final double SCATTER = 0.009;

    private final Components<Labelling> labellings = Components.load(Labelling.class);
    private final TeacherAnswers answers = new TeacherAnswers(
            new int[] {4, 4, 4},
            Optional.empty(),
            Optional.of(new int[] {1, 2, 3}),
            Optional.of(new int[] {7, 8, 9}),
            CLASSES);

    @Test
    @DisplayName("are the targets by 'target', and the truth by 'true'")
    void areGiven() {
        assertThat(labels("target", answers, 1)).containsExactly(7, 8, 9);
        assertThat(labels("true", answers, 1)).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("are all classes alike by 'random', the same for a seed and others for another")
    void areDrawn() {
        TeacherAnswers many =
                new TeacherAnswers(new int[COUNT], Optional.empty(), Optional.empty(), Optional.empty(), CLASSES);
        int[] labels = labels("random", many, 1);

        for (int label = 0; label < CLASSES; label++) {
            int given = label;
            assertThat(IntStream.of(labels).filter(each -> each == given).count() / (double) COUNT)
                    .isBetween(1.0 / CLASSES - SCATTER, 1.0 / CLASSES + SCATTER);
        }
        assertThat(labels("random", many, 1)).containsExactly(labels);
        assertThat(labels("random", many, 2)).isNotEqualTo(labels);
    }

    @Test
    @DisplayName("say what they need")
    void sayWhatTheyNeed() {
        assertThat(labellings.all())
                .extracting(Labelling::id)
                .contains("predicted", "random", "soft", "target", "true");
        assertThat(labellings.all())
                .filteredOn(Labelling::needsTargets)
                .extracting(Labelling::id)
                .containsExactly("target");
        assertThat(labellings.all())
                .filteredOn(Labelling::needsTrueLabels)
                .extracting(Labelling::id)
                .containsExactly("true");
        assertThat(labellings.all())
                .filteredOn(Labelling::draws)
                .extracting(Labelling::id)
                .containsExactly("random");
        assertThat(labellings.all())
                .filteredOn(labelling -> !labelling.asksTeacher())
                .extracting(Labelling::id)
                .containsExactly("random", "target", "true");
    }

    private int[] labels(String id, TeacherAnswers given, long seed) {
        Targets targets = labellings.get(id).label(given, Choice.of(id), new Seeds(seed).stream("labels/" + id));
        return IntStream.range(0, targets.count()).map(targets::label).toArray();
    }
}
