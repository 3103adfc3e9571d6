package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.metrics.Agreement;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.Proportion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {

    private static final DatasetSpec MNIST = spec("mnist", "MNIST");
    private static final DatasetSpec FASHION = spec("fashion-mnist", "Fashion-MNIST");

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

    private static ReportRequest request(DatasetSpec inputs) {
        return new ReportRequest("name", null, 7, List.of(), null, MNIST, inputs, Path.of("unused"));
    }

    private static Findings findings(Integer wrong, int right) {
        Proportion test = new Proportion(right, 10_000);
        return new Findings(
                0.1,
                0.99,
                test,
                60_000,
                60_000,
                wrong,
                0.98,
                test,
                new Agreement(test, new Proportion(0, 0)),
                new LabelHistogram(List.of()),
                new LabelHistogram(List.of()),
                new ConfusionMatrix(List.of()));
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
