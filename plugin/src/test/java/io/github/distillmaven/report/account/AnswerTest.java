package io.github.distillmaven.report.account;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.results.ArmFixture;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Occasion;
import io.github.distillmaven.results.evidence.ReplicateFolder;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {

    private static final DatasetSpec MNIST = spec("mnist", "MNIST");
    private static final DatasetSpec FASHION = spec("fashion-mnist", "Fashion-MNIST");
    private static final Published PUBLISHED = ExperimentFixture.PUBLISHED;

    @Test
    void foreignImagesCarryLabelsOfTheTask() {
        Answer answer = answer(request(FASHION), null, 9104);

        assertThat(answer.sentence())
                .isEqualTo(
                        "Trained only on 60,000 images of Fashion-MNIST, each with a label of MNIST,"
                                + " the student classifies 91.0% of 10,000 unseen test images of MNIST correctly; chance is 10%.");
    }

    @Test
    void ownImagesMayAllBeMislabelled() {
        assertThat(answer(request(MNIST), 60_000, 9104).sentence())
                .startsWith(
                        "Trained only on 60,000 images of MNIST, all with wrong labels," + " the student classifies ");
    }

    @Test
    void ownImagesMayPartlyBeMislabelled() {
        assertThat(answer(request(MNIST), 540, 9104).sentence())
                .startsWith("Trained only on 60,000 images of MNIST, 540 of them with wrong labels,");
    }

    @Test
    void ownImagesMayAllBeLabelledRight() {
        assertThat(answer(request(MNIST), 0, 9104).sentence())
                .startsWith("Trained only on 60,000 images of MNIST, all with their true labels,");
    }

    @Test
    void oneNetworkGivesNoVerdict() {
        assertThat(answer(request(FASHION), null, 9104).reservation())
                .isEqualTo(
                        "One network, no verdict: seed 7 alone. The student’s 95% interval [90.5,\u00a091.6] covers the choice of"
                                + " test images; how far other seeds lie from it was not measured.");
    }

    @Test
    void severalStudentsAreToldByTheirMean() {
        Answer answer = answer(request(FASHION, PUBLISHED), null, 8900, 9000, 9100, 9200, 9300);

        assertThat(answer.sentence())
                .isEqualTo("Trained only on 60,000 images of Fashion-MNIST, each with a label of MNIST, the"
                        + " students on average classify 91.0% of 10,000 unseen test images of MNIST correctly; chance is"
                        + " 10%.");
        // s = 1.5811 points, and Student's t of four degrees of freedom is 2.7764 two-sided, 2.1318 one-sided: the
        // mean's interval reaches
        // 1.96 points, that of a further run 4.81, and the lower bound lies 1.51 below the mean.
        assertThat(answer.reservation())
                .isEqualTo(
                        "5 replicates, seeds 7 to 11. The standard deviation is 1.6 points, the 95% interval of the mean"
                                + " [89.0,\u00a093.0]. Student minus chance: +81.0 points, with 95% confidence above +79.5. Published:"
                                + " 91.04%; reproduced: it lies within the 95% prediction interval of one further run,"
                                + " [86.2,\u00a095.8].");
    }

    @Test
    void aPublishedNumberOutOfReachLeavesTheDirection() {
        assertThat(answer(request(FASHION, PUBLISHED), null, 6900, 7000, 7100, 7200, 7300)
                        .reservation())
                .endsWith("Published: 91.04%; direction only: it lies outside the 95% prediction interval of one"
                        + " further run, [66.2,\u00a075.8], but on the same side of chance.");
    }

    @Test
    void studentsAtChanceShowNoEffect() {
        assertThat(answer(request(FASHION, PUBLISHED), null, 800, 900, 1000, 1100, 1200)
                        .reservation())
                .endsWith("Published: 91.04%; no effect: the student is not shown to lie above chance.");
    }

    @Test
    void threeReplicatesShowAnEffectAtMost() {
        // s = 1 point, t of two degrees of freedom 2.92: 81 - 1.69.
        assertThat(answer(request(FASHION, PUBLISHED), null, 9000, 9100, 9200).reservation())
                .endsWith("Student minus chance: +81.0 points, with 95% confidence above +79.3. Published: 91.04%; no"
                        + " verdict: fewer than 5 replicates.");
    }

    @Test
    void twoReplicatesShowNothing() {
        assertThat(answer(request(FASHION), null, 9000, 9100).reservation())
                .isEqualTo(
                        "2 replicates, seeds 7 to 8. The standard deviation is 0.7 points, the 95% interval of the mean"
                                + " [84.1,\u00a096.9]. Nothing was published to compare with.");
    }

    @Test
    void nothingPublishedStandsBesideOtherSettings() {
        Published other = new Published("Somebody", null, null, null, null, List.of("teacher.epochs is 1, not 10"));

        assertThat(answer(request(FASHION, other), null, 8900, 9000, 9100, 9200, 9300)
                        .reservation())
                .endsWith(
                        "Settings differ from the published experiment: teacher.epochs is 1, not 10. So its numbers are not"
                                + " shown here, and there is no verdict.");
        assertThat(answer(request(FASHION, other), null, 9000).reservation())
                .endsWith(
                        "Settings differ from the published experiment: teacher.epochs is 1, not 10. So its numbers are not"
                                + " shown here.");
    }

    @Test
    void transferSetsMayDifferInSize() {
        List<Results.Replicate> both = new ArrayList<>(replicates(15_668, 9000));
        both.addAll(replicates(60_000, 9100));

        assertThat(Answer.of(request(MNIST), Findings.of(request(MNIST), both, 10, false))
                        .sentence())
                .startsWith(
                        "Trained only on 60,000 images of MNIST, 15,668 to 60,000 of them with wrong labels, the students on average classify ");
    }

    private static ReportRequest request(DatasetSpec inputs) {
        return request(inputs, null);
    }

    private static ReportRequest request(DatasetSpec inputs, Published published) {
        return new ReportRequest(
                "name",
                null,
                List.of(new ReplicateFolder(7, Path.of("unused"))),
                List.of(),
                List.of("test"),
                EvaluationSet.Setup.plain(10),
                List.of(),
                Map.of(),
                published,
                MNIST,
                inputs,
                Choice.of("none"),
                null,
                Path.of("unused"),
                Path.of("unused"),
                Occasion.none());
    }

    private static Answer answer(ReportRequest request, Integer wrong, int... right) {
        return Answer.of(request, Findings.of(request, replicates(wrong, right), 10, false));
    }

    /** One replicate for each number of right answers, from seed 7. */
    private static List<Results.Replicate> replicates(Integer wrong, int... right) {
        List<Results.Replicate> replicates = new ArrayList<>();
        for (int answers : right) {
            replicates.add(ArmFixture.replicate(
                    7 + replicates.size(),
                    "ab".repeat(32),
                    ArmFixture.teacher().right(answers, 10_000),
                    ArmFixture.student(60_000, wrong).right(answers, 10_000),
                    Map.of()));
        }
        return replicates;
    }

    private static DatasetSpec spec(String name, String title) {
        return new DatasetSpec(
                name,
                title,
                false,
                ExampleShape.of(28, 28, 1),
                ExperimentFixture.DIGITS,
                new Moments(List.of(0.5), List.of(0.25)),
                1,
                0,
                List.of(),
                List.of());
    }
}
