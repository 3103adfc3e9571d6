package io.github.distillmaven.results;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.transfer.TransferTable;
import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ExperimentFolder;
import io.github.distillmaven.results.evidence.ReportRequest;
import io.github.distillmaven.results.evidence.TaughtExamples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A student of the first examples of its transfer set")
class StudentExamplesTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("has the numbers of those examples, and so has each control")
    void hasTheNumbersOfThoseExamples() throws Exception {
        ReportRequest request = new ExperimentFixture(folder)
                .wrongLabelsOnly()
                .studentExamples(1000)
                .replicates(2)
                .controls(ControlArms.SHUFFLED)
                .write();

        Evidence evidence = new ExperimentFolder(request).read();

        TransferTable whole = TransferTable.read(folder.resolve("transfer/transfer.csv"));
        List<Integer> firstLabels = IntStream.range(0, 10)
                .mapToObj(label -> (int) whole.rows().subList(0, 1000).stream()
                        .filter(row -> row.givenLabel() == label)
                        .count())
                .toList();
        TaughtExamples lesson = evidence.first().student().lesson();
        Results.ArmNumbers student = evidence.replicates().get(0).student();
        assertThat(lesson.kept()).isEqualTo(3000);
        assertThat(student.transfer().size()).isEqualTo(1000);
        assertThat(student.transfer().wrong()).isEqualTo(1000);
        assertThat(lesson.numbers().inputs()).isEqualTo(3000);
        assertThat(student.transfer().givenLabels()).isEqualTo(firstLabels);
        assertThat(evidence.replicates())
                .flatExtracting(replicate -> List.of(
                        replicate.student().transfer().size(),
                        replicate.others().get("shuffled").transfer().size()))
                .containsOnly(1000);
        assertThat(evidence.transfer().rows()).isEqualTo(whole.rows().subList(0, 1000));
        assertThat(evidence.transferExamples().size()).isEqualTo(1000);
    }
}
