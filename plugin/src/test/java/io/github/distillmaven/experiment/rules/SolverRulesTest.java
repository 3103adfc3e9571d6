package io.github.distillmaven.experiment.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.experiment.reader.WrittenExperiment;
import io.github.distillmaven.results.MetricNames;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("Rules on what solves for a linear model, and on points without labels")
class SolverRulesTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        Map.of("student.learningRate", "0.1"),
                        "<student><learningRate> is set, but 'least-squares' has no such setting. Remove it, or set <optimizer> to 'sgd' or 'adam'."),
                arguments(
                        Map.of("student.network", "mlp"),
                        "<student><optimizer> is 'least-squares', which is for a linear model, but <network> is 'mlp'. Set <network> to 'linear', or <optimizer> to 'sgd' or 'adam'."),
                arguments(
                        Map.of("transfer.labels", "predicted"),
                        "<student><optimizer> is 'least-squares', which learns logits, but <transfer><labels> is 'predicted'. Set <labels> to 'soft', or <optimizer> to 'sgd' or 'adam'."),
                arguments(
                        Map.of("student.optimizer", "largest-margin"),
                        "<student><optimizer> is 'largest-margin', which learns classes, but <transfer><labels> is 'soft'. Set <labels> to 'predicted', or <optimizer> to 'sgd' or 'adam'."),
                arguments(
                        Map.of("teacher.optimizer", "least-squares"),
                        "<teacher><optimizer> is 'least-squares', which learns logits, but a teacher learns classes. Set it to 'sgd', 'adam' or 'largest-margin'."),
                arguments(
                        Map.of("teacher.epochs", "3"),
                        "<teacher><epochs> is 3, but 'gaussian-points' have no labels to learn: their teacher stays as it was drawn. Set it to 0."),
                arguments(
                        Map.of("transfer.examples", "0"),
                        "<transfer><examples> is 0, but 'gaussian-points' are drawn, as many as are asked for. Set it to 1 or more, or to a multiple of d or d+1, such as d+1."),
                arguments(
                        Map.of("transfer.examples", "0(d+1)"),
                        "<transfer><examples> is '0(d+1)'; it must be a whole number from 0 to 1000000000, or a multiple of d or d+1, such as 10d, d+1 or 10(d+1), where d is the number of values of an input."),
                arguments(
                        Map.of("teacher.dimensions", "0"),
                        "<teacher><dimensions> is '0'; it must be a whole number from 1 to 10000."),
                arguments(
                        Map.of("transfer.keep", "wrong"),
                        "<transfer><keep> is 'wrong', but points of 'gaussian-points' have no true labels. Keep 'all', or set <teacher><dataset> and <transfer><inputs> to a data set with labels."),
                arguments(
                        Map.of("controls", "true-labels"),
                        "<controls> names 'true-labels', but points of 'gaussian-points' have no true labels. Remove it, or set <teacher><dataset> and <transfer><inputs> to a data set with labels."),
                arguments(
                        Map.of("controls", "permuted-label-teacher"),
                        "<controls> names 'permuted-label-teacher', whose teacher is the experiment's own where <teacher><epochs> is 0. Remove it."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatIsWrong(Map<String, String> written, String problem) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("preset", "linear-from-d-plus-1"));
        all.putAll(written);
        // Further students of the preset may break the same rule.
        assertThatThrownBy(() -> new ExperimentReader(new DatasetCatalog(), new MetricNames())
                        .read("bad", List.of(WrittenExperiment.pom(all))))
                .isInstanceOf(InvalidExperimentException.class)
                .extracting(refusal -> refusal.getMessage().lines().toList())
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("  - " + problem);
    }

    static Stream<Arguments> ofImages() {
        return Stream.of(
                arguments(
                        Map.of("student.optimizer", "largest-margin", "student.network", "linear"),
                        "<student><optimizer> is 'largest-margin', which is for models that are trained side by side. Set <sideBySide> to 'true', or <optimizer> to 'sgd' or 'adam'."),
                arguments(
                        Map.of("student.optimizer", "adam", "student.momentum", "0.9"),
                        "<student><momentum> is set, but 'adam' has no such setting. Remove it, or set <optimizer> to 'sgd'."),
                arguments(
                        Map.of("teacher.epochs", "0"),
                        "<teacher><epochs> is 0, which leaves the teacher as it was drawn, but 'mnist' has labels to learn. Set it to 1 or more."),
                arguments(
                        Map.of("teacher.dimensions", "7"),
                        "<teacher><dimensions> is set, but 'mnist' has no such setting. Remove it, or set <dataset> to 'gaussian-points'."),
                arguments(
                        Map.of("transfer.examples", "100(d+1)"),
                        "<transfer><examples> is 78500, but 'mnist' has 60000 training images. Set it to that at most, or to 0 for all."));
    }

    @ParameterizedTest
    @MethodSource
    void ofImages(Map<String, String> written, String problem) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("preset", "mnist-errors"));
        all.putAll(written);
        WrittenExperiment.assertRefused(all, problem);
    }

    @ParameterizedTest
    @MethodSource("ofPoints")
    void ofPointsWithLabels(Map<String, String> written, String problem) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("preset", "two-dimensional"));
        all.putAll(written);
        WrittenExperiment.assertRefused(all, problem);
    }

    static Stream<Arguments> ofPoints() {
        return Stream.of(
                arguments(
                        Map.of("teacher.epochs", "0"),
                        "<teacher><epochs> is 0, which leaves the teacher as it was drawn, but 'random-points' have labels to learn. Set it to 1 or more."));
    }
}
