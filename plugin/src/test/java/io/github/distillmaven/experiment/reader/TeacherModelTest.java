package io.github.distillmaven.experiment.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can be said of a teacher that is a model, and is not trained. */
class TeacherModelTest {

    @Test
    void aPathAndAnArtifactAreTold() throws Exception {
        assertThat(origin("models/shop.zip")).isEqualTo(new DataOrigin.InPlace("models/shop.zip"));
        assertThat(origin("com.acme:shop:1")).isEqualTo(new DataOrigin.OfArtifact("com.acme:shop:1:zip"));
        assertThat(origin("com.acme:shop:1:jar")).isEqualTo(new DataOrigin.OfArtifact("com.acme:shop:1:jar"));
        assertThat(origin("com.acme:shop:1:teacher:zip"))
                .isEqualTo(new DataOrigin.OfArtifact("com.acme:shop:1:teacher:zip"));
    }

    @Test
    void howItIsAskedIsRead() throws Exception {
        Experiment experiment = read(Map.of(
                "teacher.signature", "score",
                "teacher.input", "pixels",
                "teacher.output", "points",
                "teacher.mean", "0.5",
                "teacher.deviation", "0.25"));

        assertThat(experiment.model().map(OwnModel::use))
                .contains(new ModelUse(
                        Optional.of("score"),
                        Optional.of("pixels"),
                        Optional.of("points"),
                        Optional.empty(),
                        List.of(0.5),
                        List.of(0.25)));
    }

    @Test
    void whatThePresetSaysOfATrainingCountsForNothing() throws Exception {
        Experiment experiment = read(Map.of("preset", "mnist-errors"));

        assertThat(experiment.settings())
                .extracting(SettingValue::path)
                .filteredOn(path -> path.startsWith("teacher."))
                .containsExactly(
                        "teacher.dataset",
                        "teacher.dimensions",
                        "teacher.classes",
                        "teacher.onlyClasses",
                        "teacher.model");
    }

    @Test
    void whatIsForATrainingIsRefusedBesideIt() {
        assertRefused(
                Map.of("teacher.epochs", "3", "teacher.validation", "0.1"),
                "<teacher><epochs> is set beside <model>, but a model of your own is not trained. Remove one of them.",
                "<teacher><validation> is set beside <model>, but a model of your own is not trained. Remove one of them.");
    }

    @Test
    void whatIsForAModelIsRefusedWithoutIt() {
        assertThatThrownBy(() -> parse(Map.of("teacher.scale", "255")))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining(
                        "<teacher><scale> is set without <model>, which it is for. Remove it, or name a <model>.");
    }

    @Test
    void whatAModelCannotDoIsRefused() {
        assertRefused(
                Map.of("preset", "mnist-d-rand"),
                "<transfer><attack> is 'pgd', which follows the gradient of the teacher, and of a <model> only the answers are known. Set <attack> to 'none'.");
        assertRefused(
                Map.of("controls", "permuted-label-teacher"),
                "<controls> names 'permuted-label-teacher', whose teacher is trained like the experiment's, and a <model> is not trained. Remove it.");
        assertRefused(
                Map.of("sideBySide", "true"),
                "<sideBySide> is 'true', but a <model> is not trained side by side. Set it to 'false'.");
        assertRefused(
                Map.of("preset", "two-dimensional"),
                "<teacher><dataset> is 'random-points', whose examples each teacher draws for itself, and a <model> draws none. Choose a data set of images.");
    }

    @Test
    void thereIsNoIndependentTeacherToExpectSomethingOf() throws Exception {
        Map<String, String> expected = Map.of(
                "expectations.expectation.metric",
                "independent-teacher.agreement",
                "expectations.expectation.min",
                "0.5");

        assertThat(parse(expected).gate().expectations()).hasSize(1);
        assertThatThrownBy(() -> read(expected))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("is 'independent-teacher.agreement'; it must be the name of a metric.")
                .message()
                .doesNotContain("independent-teacher.answerKappa");
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        assertRefused(
                Map.of("teacher.scale", "255", "teacher.mean", "0.5"),
                "<teacher><scale> is set beside <mean> or <deviation>, but both say what the model is to see. Remove one of them.");
        assertRefused(
                Map.of("teacher.mean", "0.5,0.4,0.3"),
                "<teacher><mean> has 3 numbers, but the images of 'synthetic-digits' have 1 channel. Write one number, or 1.");
        assertRefused(
                Map.of("teacher.deviation", "0"),
                "<teacher><deviation> is '0'; it must be one number above 0, or one for each channel separated by commas.");
    }

    private static DataOrigin origin(String model) throws InvalidExperimentException {
        return read(Map.of("teacher.model", model)).model().orElseThrow().origin();
    }

    private static void assertRefused(Map<String, String> written, String... sentences) {
        assertThatThrownBy(() -> read(written))
                .isInstanceOfSatisfying(
                        InvalidExperimentException.class,
                        refusal -> assertThat(refusal.getMessage()).contains(sentences));
    }

    private static Experiment read(Map<String, String> written) throws InvalidExperimentException {
        Map<String, String> all = new HashMap<>(Map.of("teacher.model", "models/shop"));
        all.putAll(written);
        return parse(all);
    }

    private static Experiment parse(Map<String, String> written) throws InvalidExperimentException {
        return new ExperimentReader(new DatasetCatalog(), new MetricNames())
                .read("audit", List.of(new SettingLayer(SettingValue.Origin.POM, written)));
    }
}
