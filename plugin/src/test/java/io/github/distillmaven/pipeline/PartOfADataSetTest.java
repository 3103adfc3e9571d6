package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.results.Results;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A part of a data set, with an engine in memory")
class PartOfADataSetTest extends InMemoryExperiment {

    private static final Map<String, String> TWO_CLASSES = and(
            "teacher.onlyClasses", "3,8",
            "transfer.inputs", "synthetic-digits",
            "transfer.unseen", "true",
            "teacher.examples", "100",
            "controls", "true-labels,random-subset",
            "transfer.keep", "correct");

    @Test
    @DisplayName("is all that is learnt, labelled and tested, with classes numbered anew")
    void isAllThatThereIs() throws Exception {
        build(TWO_CLASSES);

        Results.Replicate replicate = results().replicates().get(0);
        // The drawn test set has 200 images of each digit.
        assertThat(replicate.teacher().test().trials()).isEqualTo(400);
        assertThat(replicate.student().taught().givenLabels()).hasSize(2).allMatch(count -> count > 0);
        assertThat(rows("transfer"))
                .allSatisfy(row -> assertThat(row.inputLabel()).isBetween(0, 1))
                .allSatisfy(row -> assertThat(row.trueLabel()).isEqualTo(row.inputLabel()));
    }

    @Test
    @DisplayName("leaves out what the teacher learnt, of the treatment and of controls that draw from all")
    void leavesOutWhatTheTeacherLearnt() throws Exception {
        build(TWO_CLASSES);

        assertThat(rows("transfer"))
                .extracting(TransferRow::index)
                .isNotEmpty()
                .allMatch(index -> 100 <= index && index < 500);
        assertThat(rows("controls/random-subset/transfer"))
                .hasSameSizeAs(rows("transfer"))
                .extracting(TransferRow::index)
                .allMatch(index -> 100 <= index && index < 500);
    }

    @Test
    @DisplayName(
            "has a recovered gap, which is the whole of it for a student that learns what that of the true labels does")
    void hasARecoveredGap() throws Exception {
        build(TWO_CLASSES);

        Results.Replicate replicate = results().replicates().get(0);
        assertThat(replicate.arm("true-labels").test().value())
                .isGreaterThan(replicate.teacher().test().value());
        assertThat(replicate.student().value("recoveredGap").value()).isEqualTo(1);
    }

    private List<TransferRow> rows(String step) throws IOException {
        return TransferTable.read(root.resolve("distill/x").resolve(step).resolve("transfer.csv"))
                .rows();
    }
}
