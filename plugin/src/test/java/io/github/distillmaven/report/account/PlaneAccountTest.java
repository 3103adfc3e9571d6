package io.github.distillmaven.report.account;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.results.PointFixture;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is said of points")
class PlaneAccountTest {

    @TempDir
    private Path root;

    @Test
    void tellsThatAllWereFlipped() throws Exception {
        Answer answer = answer(new PointFixture(root, List.of(20, 23)).write());

        assertThat(answer.before())
                .isEqualTo("Trained only on points whose prediction an attack had flipped, on average 20.0 of 32,"
                        + " the students classify ");
        assertThat(answer.reservation()).startsWith("One sign step, epsilon 0.12. 2 seeds, 1 to 2: ");
    }

    @Test
    void doesNotClaimThatAllWereFlipped() throws Exception {
        Answer answer = answer(new PointFixture(root, List.of(20, 23), true).write());

        assertThat(answer.before())
                .isEqualTo("Trained only on points that an attack had moved, with the teacher's answers as labels,"
                        + " on average 32.0 of 32, the students classify ");
    }

    @Test
    void tellsThatNoneWasMoved() throws Exception {
        Answer answer = answer(attackedBy(Choice.of("none"), new PointFixture(root, List.of(20, 23), true).write()));

        assertThat(answer.before())
                .isEqualTo("Trained only on points with the teacher's answers as labels, on average 32.0 of 32,"
                        + " the students classify ");
        assertThat(answer.reservation()).startsWith("No point was moved. 2 seeds, 1 to 2: ");
    }

    @Test
    void warnsOfEpsilonWhereThereIsOne() throws Exception {
        ReportRequest moved = new PointFixture(root, List.of(20, 23)).write();

        assertThat(account(moved).caveats()).extracting(Caveat::lead).contains("Epsilon.");
        assertThat(account(attackedBy(Choice.of("none"), moved)).caveats())
                .extracting(Caveat::lead)
                .doesNotContain("Epsilon.");
    }

    private static ReportRequest attackedBy(Choice perturbation, ReportRequest request) {
        return new ReportRequest(
                request.experiment(),
                request.preset(),
                request.replicates(),
                request.controls(),
                request.evaluationSets(),
                request.setup(),
                request.settings(),
                request.lists(),
                request.published(),
                request.teacherData(),
                request.inputs(),
                perturbation,
                request.originals(),
                request.folder(),
                request.data(),
                request.occasion());
    }

    private static Answer answer(ReportRequest request) throws Exception {
        return account(request).answer();
    }

    private static Account account(ReportRequest request) throws Exception {
        Evidence evidence = request.read();
        return Account.of(evidence, Findings.of(request, evidence));
    }
}
