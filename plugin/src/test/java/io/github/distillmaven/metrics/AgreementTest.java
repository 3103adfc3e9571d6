package io.github.distillmaven.metrics;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AgreementTest {

    private static final int[] LABELS = {0, 1, 2, 2};

    @Test
    void countsSameAnswersAndThoseOnTheTeachersMistakes() {
        // Teacher is wrong on images 1 and 3; the student repeats its answer on images 0, 1 and 2.
        Predictions teacher = answers(LABELS, 0, 2, 2, 0);
        Predictions student = answers(LABELS, 0, 2, 2, 1);

        Agreement agreement = Agreement.between(teacher, student);

        assertThat(agreement.overall()).isEqualTo(new Proportion(3, 4));
        assertThat(agreement.whereTeacherIsWrong()).isEqualTo(new Proportion(1, 2));
    }

    @Test
    void aPerfectTeacherLeavesNothingToAgreeOnWrongly() {
        Predictions perfect = answers(LABELS, LABELS);

        assertThat(Agreement.between(perfect, perfect).whereTeacherIsWrong()).isEqualTo(new Proportion(0, 0));
    }

    @Test
    void differentNumbersOfImagesAreRefused() {
        assertThatThrownBy(() -> Agreement.between(answers(LABELS, LABELS), new Predictions(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the teacher answered 4 images, the student 0");
    }

    @Test
    void differentLabelsAreRefused() {
        assertThatThrownBy(() -> Agreement.between(answers(LABELS, LABELS), answers(new int[] {0, 1, 1, 2}, LABELS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("image 2 has label 2 for the teacher and 1 for the student");
    }

    private static Predictions answers(int[] labels, int... predicted) {
        List<Predictions.Row> rows = new ArrayList<>();
        for (int index = 0; index < labels.length; index++) {
            rows.add(new Predictions.Row(labels[index], predicted[index], 1, 0));
        }
        return new Predictions(rows);
    }
}
