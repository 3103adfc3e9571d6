package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.TransferResult;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.metrics.Agreement;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.Proportion;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.Replicate;
import io.github.distillmaven.results.ReplicateFolder;
import io.github.distillmaven.results.ReportRequest;
import io.github.distillmaven.results.StudentNumbers;
import io.github.distillmaven.results.TeacherNumbers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {

    private static final DatasetSpec MNIST = spec("mnist", "MNIST");
    private static final DatasetSpec FASHION = spec("fashion-mnist", "Fashion-MNIST");
    private static final Published PUBLISHED = ExperimentFixture.PUBLISHED;

    @Test
    void foreignImagesCarryLabelsOfTheTask() {
        Answer answer = Answer.of(request(FASHION), findings(null, 9104));

        assertThat(answer.sentence())
                .isEqualTo(
                        "A student that saw nothing but 60,000 images of Fashion-MNIST, each under a label of MNIST,"
                                + " classifies 91.0\u00a0% of 10,000 unseen test images of MNIST correctly; chance is 10\u00a0%.");
    }

    @Test
    void ownImagesMayAllBeMislabelled() {
        assertThat(Answer.of(request(MNIST), findings(60_000, 9104)).sentence())
                .startsWith("A student that saw nothing but 60,000 images of MNIST, every one under a wrong label,"
                        + " classifies ");
    }

    @Test
    void ownImagesMayPartlyBeMislabelled() {
        assertThat(Answer.of(request(MNIST), findings(540, 9104)).sentence())
                .startsWith("A student that saw nothing but 60,000 images of MNIST, 540 of them under a wrong label,");
    }

    @Test
    void ownImagesMayAllBeLabelledRight() {
        assertThat(Answer.of(request(MNIST), findings(0, 9104)).sentence())
                .startsWith("A student that saw nothing but 60,000 images of MNIST, every one under its true label,");
    }

    @Test
    void oneRunGivesNoVerdict() {
        assertThat(Answer.of(request(FASHION), findings(null, 9104)).reservation())
                .isEqualTo("One run, no verdict: seed 7 alone. The student’s 95 % interval [90.5,\u00a091.6] lies above"
                        + " chance; it covers the choice of test images, not the choice of seeds.");
    }

    @Test
    void aStudentAtChanceIsSaidToBeThere() {
        // 1,020 of 10,000: the interval is [9.6, 10.8] and holds 10 %.
        assertThat(Answer.of(request(FASHION), findings(null, 1020)).reservation())
                .contains("includes chance");
    }

    @Test
    void aStudentBelowChanceIsSaidToBeThere() {
        assertThat(Answer.of(request(FASHION), findings(null, 300)).reservation())
                .contains("lies below chance");
    }

    @Test
    void severalStudentsAreToldByTheirMean() {
        Answer answer = Answer.of(request(FASHION, PUBLISHED), findings(null, 9000, 9100, 9200));

        assertThat(answer.sentence())
                .isEqualTo(
                        "Students that saw nothing but 60,000 images of Fashion-MNIST, each under a label of MNIST, on"
                                + " average classify 91.0\u00a0% of 10,000 unseen test images of MNIST correctly; chance is"
                                + " 10\u00a0%.");
        // s = 1 point and t = 4.303: the mean's interval reaches 2.5 points, that of a further run 5.0.
        assertThat(answer.reservation())
                .isEqualTo("3 replicates, seeds 7 to 9. The standard deviation is 1.0 points; the 95 % interval of"
                        + " the mean, [88.5,\u00a093.5], lies above chance. Published: 91.04\u00a0%, reproduced: it lies"
                        + " within the 95 % prediction interval of one further run, [86.0,\u00a096.0].");
    }

    @Test
    void aPublishedNumberOutOfReachLeavesTheDirection() {
        assertThat(Answer.of(request(FASHION, PUBLISHED), findings(null, 7000, 7100, 7200))
                        .reservation())
                .endsWith("Published: 91.04\u00a0%, direction only: it lies outside the 95 % prediction interval of one"
                        + " further run, [66.0,\u00a076.0], but the mean’s interval lies above chance.");
    }

    @Test
    void studentsAtChanceReproduceNothing() {
        assertThat(Answer.of(request(FASHION, PUBLISHED), findings(null, 900, 1000, 1100))
                        .reservation())
                .endsWith("Published: 91.04\u00a0%, not reproduced: it lies outside the 95 % prediction interval of one"
                        + " further run, [5.0,\u00a015.0], and the mean’s interval does not lie above chance.");
    }

    @Test
    void withoutAPublishedNumberThereIsNoVerdict() {
        assertThat(Answer.of(request(FASHION), findings(null, 9000, 9100)).reservation())
                .endsWith("lies above chance. Nothing was published to compare with.");
    }

    @Test
    void transferSetsMayDifferInSize() {
        Findings one = findings(15_668, 9000);
        Findings other = findings(60_000, 9100);
        Findings both = new Findings(
                0.1, List.of(one.replicates().get(0), other.replicates().get(0)), one.own(), one.confusion());

        assertThat(Answer.of(request(MNIST), both).sentence())
                .startsWith(
                        "Students that saw nothing but 60,000 images of MNIST, 15,668 to 60,000 of them under a wrong"
                                + " label, on average classify ");
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
                List.of(),
                published,
                MNIST,
                inputs,
                Path.of("unused"),
                null);
    }

    /** One replicate for each number of right answers, from seed 7. */
    private static Findings findings(Integer wrong, int... right) {
        List<Replicate> replicates = new ArrayList<>();
        for (int answers : right) {
            Proportion test = new Proportion(answers, 10_000);
            StudentNumbers student = new StudentNumbers(
                    new TransferResult(60_000, wrong, 60_000, List.of()),
                    60_000,
                    0.98,
                    test,
                    0.9,
                    test,
                    test,
                    new Agreement(test, new Proportion(0, 0)));
            replicates.add(new Replicate(
                    7 + replicates.size(), "ab".repeat(32), new TeacherNumbers(0.99, test, 0.9), student, Map.of()));
        }
        return new Findings(0.1, replicates, new LabelHistogram(List.of()), new ConfusionMatrix(List.of()));
    }

    private static DatasetSpec spec(String name, String title) {
        return new DatasetSpec(
                name,
                title,
                false,
                new ImageShape(28, 28, 1),
                ExperimentFixture.DIGITS,
                new Moments(List.of(0.5), List.of(0.25)),
                List.of(),
                List.of());
    }
}
