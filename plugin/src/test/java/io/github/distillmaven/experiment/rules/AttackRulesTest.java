package io.github.distillmaven.experiment.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.InvalidExperimentException;
import io.github.distillmaven.results.MetricNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.github.distillmaven.experiment.reader.WrittenExperiment.assertRefused;
import static io.github.distillmaven.experiment.reader.WrittenExperiment.pom;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Inputs that cannot be moved, replaced or labelled as they are to be")
class AttackRulesTest {

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    @Test
    void imagesMayBeMovedWhereTheyHaveTrueLabels() throws InvalidExperimentException {
        assertRefused(
                Map.of("transfer.attack", "pgd"),
                "<transfer><attack> is 'pgd', but the inputs 'synthetic-garments' have no true label in the teacher's task"
                        + " 'synthetic-digits'. Set <attack> to 'none', or <transfer><inputs> to 'synthetic-digits'.");
        assertRefused(
                Map.of("controls", "unperturbed"),
                "<controls> names 'unperturbed', which is the treatment itself where <transfer><attack> is 'none'."
                        + " Remove it, or set <attack>.");
        Map<String, String> moved = Map.of(
                "transfer.inputs", "synthetic-digits",
                "transfer.attack", "pgd",
                "transfer.epsilon", "0.1",
                "controls", "unperturbed");
        assertThat(reader.read("x", List.of(pom(moved)))
                        .transfer()
                        .perturbation()
                        .choice()
                        .values())
                .isEqualTo(Map.of(
                        "epsilon",
                        "0.1",
                        "norm",
                        "linf",
                        "attackSteps",
                        "10",
                        "stepSize",
                        "0.0",
                        "iterate",
                        "last",
                        "ensemble",
                        "0",
                        "lambda",
                        "0.0"));
    }

    @Test
    void whatAnAttackDoesNotUseIsRefused() {
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.attackSteps", "5"),
                "<transfer><attackSteps> is set, but 'single-step' has no such setting. Remove it, or set <attack> to 'pgd'.");
        assertRefused(
                Map.of("transfer.epsilon", "0.1"),
                "<transfer><epsilon> is set, but 'none' has no such setting. Remove it, or set <attack> to 'pattern', 'pgd' or 'single-step'.");
    }

    @Test
    void aTargetThatNeedsTheTruthIsRefusedWhereThereIsNone() throws InvalidExperimentException {
        for (String target : List.of("next", "other")) {
            assertRefused(
                    Map.of("transfer.attack", "pgd", "transfer.target", target),
                    "<transfer><target> is '" + target
                            + "', but the inputs 'synthetic-garments' have no true label in the teacher's task"
                            + " 'synthetic-digits'. Set <target> to 'random', or <transfer><inputs> to 'synthetic-digits'.");
        }
        assertThat(reader.read("x", List.of(pom(Map.of("transfer.attack", "pgd", "transfer.target", "random"))))
                        .transfer()
                        .movesToTargets())
                .isTrue();
    }

    @Test
    void aTargetThatNothingUsesAndLabelsOfNoTargetAreRefused() {
        assertRefused(
                Map.of("transfer.labels", "target"),
                "<transfer><labels> is 'target', but <target> is 'untargeted'. Set <target> to 'random', 'other', 'next' or 'in-turn',"
                        + " or <labels> to 'predicted'.");
        assertRefused(
                Map.of("transfer.target", "random"),
                "<transfer><target> is 'random', but nothing is moved toward it or labelled by it. Set <attack> to"
                        + " 'pattern', 'pgd' or 'single-step', or <labels> to 'target', or <target> to 'untargeted'.");
        assertRefused(
                Map.of("preset", "mnist-errors", "transfer.target", "first"),
                "<transfer><target> is 'first'; it must be one of untargeted, random, other, next, in-turn.");
    }

    @Test
    void aPatternNeedsATargetAndImages() throws InvalidExperimentException {
        for (String preset : List.of("garments-to-digits", "mnist-errors")) {
            assertRefused(
                    Map.of("preset", preset, "transfer.attack", "pattern"),
                    "<transfer><attack> is 'pattern', but <target> is 'untargeted'. Set <target> to 'random', 'other',"
                            + " 'next' or 'in-turn', or <attack> to 'none'.");
        }
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.attack", "pattern", "transfer.target", "random"),
                "<transfer><attack> is 'pattern', which needs images of at least 16x16; these are 2. Choose other"
                        + " <transfer><inputs>, or another <attack>.");
        assertRefused(
                Map.of(
                        "preset",
                        "mnist-errors",
                        "transfer.attack",
                        "pattern",
                        "transfer.target",
                        "random",
                        "transfer.norm",
                        "l2"),
                "<transfer><norm> is set, but 'pattern' has no such setting. Remove it, or set <attack> to 'pgd' or"
                        + " 'single-step'.");
        assertRefused(
                Map.of("preset", "mnist-d-rand", "transfer.untouched", "random"),
                "<transfer><untouched> is set, but 'pgd' has no such setting. Remove it, or set <attack> to 'pattern'.");
        assertThat(reader.read(
                                "x",
                                List.of(pom(Map.of(
                                        "transfer.attack", "pattern",
                                        "transfer.target", "random",
                                        "transfer.labels", "target"))))
                        .transfer()
                        .movesToTargets())
                .isTrue();
    }

    @Test
    void whatTheTeacherAnswersIsNotHeldAgainstItself() throws InvalidExperimentException {
        assertRefused(
                Map.of("transfer.keep", "fooled"),
                "<transfer><keep> is 'fooled', which keeps every input where <labels> is 'predicted', the teacher's answer"
                        + " itself. Set <labels> to 'target', or <keep> to 'all'.");
        assertThat(reader.read(
                                "x",
                                List.of(pom(Map.of(
                                        "preset",
                                        "mnist-d-rand",
                                        "transfer.keep",
                                        "fooled",
                                        "controls",
                                        "unfiltered,random-subset,unperturbed"))))
                        .controls())
                .hasSize(3);
    }

    @Test
    void aBallThatIsLargerThanAllThereIsIsRefused() {
        assertRefused(
                Map.of("preset", "mnist-errors", "transfer.attack", "pgd", "transfer.epsilon", "2"),
                "<transfer><epsilon> is 2.0, but two examples of 28x28x1 with values from 0 to 1 are at most 1.0 apart by"
                        + " <norm> 'linf'. Set it to that at most, or <norm> to 'l2'.");
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.norm", "l2", "transfer.epsilon", "1.42"),
                "<transfer><epsilon> is 1.42, but two examples of 2 with values from 0 to 1 are at most 1.41 apart by"
                        + " <norm> 'l2'. Set it to that at most.");
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.epsilon", "-1"),
                "<transfer><epsilon> is '-1'; it must be a number of 0 or more.");
    }

    @Test
    void noiseHasNoTrueLabels() {
        String noise = ", but there are no true labels of the noise 'gaussian'. ";
        Map<String, Map<String, String>> refused = Map.of(
                "<transfer><keep> is 'wrong'" + noise + "Keep 'all', or set <transfer><noise> to 'none'.",
                Map.of("transfer.keep", "wrong"),
                "<transfer><labels> is 'true'" + noise + "Set <labels> to 'predicted', or <transfer><noise> to 'none'.",
                Map.of("transfer.labels", "true"),
                "<transfer><target> is 'next'" + noise + "Set <target> to 'random', or <transfer><noise> to 'none'.",
                Map.of("transfer.target", "next", "transfer.labels", "target"),
                "<transfer><attack> is 'pgd'" + noise + "Set <attack> to 'none', or <transfer><noise> to 'none'.",
                Map.of("transfer.attack", "pgd"),
                "<controls> names 'true-labels'" + noise + "Remove it, or set <transfer><noise> to 'none'.",
                Map.of("controls", "true-labels"));
        refused.forEach((problem, written) -> {
            Map<String, String> all = new HashMap<>(written);
            all.put("transfer.inputs", "synthetic-digits");
            all.put("transfer.noise", "gaussian");
            assertRefused(all, problem);
        });
        assertRefused(
                Map.of("preset", "two-dimensional", "transfer.noise", "uniform"),
                "<transfer><noise> is 'uniform', which is for images. With 'random-points' set it to 'none'.");
    }

    @Test
    void anotherTeacherCannotGiveOtherLabelsWhereNoTeacherIsAsked() {
        assertRefused(
                Map.of("transfer.labels", "random", "controls", "permuted-label-teacher"),
                "<controls> names 'permuted-label-teacher', which is the treatment itself where <transfer><labels> is 'random'"
                        + " and no input is moved toward a target. Remove it, or set <labels> to 'predicted'.");
    }

    @Test
    void anEnsembleAndItsWeightNeedEachOther() throws InvalidExperimentException {
        assertRefused(
                Map.of("preset", "mnist-d-det", "transfer.ensemble", "5"),
                "<transfer><ensemble> is 5, but <lambda> is 0, so these teachers have no weight. Set <lambda> to 1, or"
                        + " <ensemble> to 0.");
        assertRefused(
                Map.of("preset", "mnist-d-det", "transfer.lambda", "1"),
                "<transfer><lambda> is 1.0, but <ensemble> is 0, so there are no such teachers. Set <ensemble> to 5, or"
                        + " <lambda> to 0.");
        for (String number : List.of("-1", "101")) {
            assertRefused(
                    Map.of("preset", "mnist-d-det", "transfer.ensemble", number),
                    "<transfer><ensemble> is '" + number + "'; it must be a whole number from 0 to 100.");
        }
        for (String weight : List.of("-1", "1001")) {
            assertRefused(
                    Map.of("preset", "mnist-d-det", "transfer.lambda", weight),
                    "<transfer><lambda> is '" + weight + "'; it must be a number from 0 to 1000.");
        }
        assertRefused(
                Map.of("preset", "errors-and-shortcuts-rand", "transfer.ensemble", "5"),
                "<transfer><ensemble> is set, but 'pattern' has no such setting. Remove it, or set <attack> to 'pgd' or"
                        + " 'single-step'.");
        assertThat(reader.read("x", List.of(pom(ensembleOf("mnist-d-det")))).ensemble())
                .isEqualTo(5);
    }

    @Test
    void anEnsembleHasLearntTheTaskOfTheInputsAndNothingThatIsHeldOut() {
        Map<String, String> points = ensembleOf("two-dimensional");
        assertRefused(
                points,
                "<transfer><ensemble> is 5, but each teacher of 'random-points' learns points of its own, and another one has not"
                        + " learnt these. Set <ensemble> and <lambda> to 0.");
        Map<String, String> garments = ensembleOf("garments-to-digits");
        garments.putAll(Map.of("transfer.attack", "pgd", "transfer.target", "random"));
        assertRefused(
                garments,
                "<transfer><ensemble> is 5, but the inputs 'synthetic-garments' have no true label in the teacher's task"
                        + " 'synthetic-digits'. Set <ensemble> and <lambda> to 0, or <transfer><inputs> to 'synthetic-digits'.");
        Map<String, String> untargeted = ensembleOf("mnist-errors");
        untargeted.put("transfer.attack", "single-step");
        assertRefused(
                untargeted,
                "<transfer><ensemble> is 5, but <target> is 'untargeted'. Set <target> to 'random', 'other', 'next' or 'in-turn', or"
                        + " <ensemble> and <lambda> to 0.");
        Map<String, String> heldOut = ensembleOf("mnist-d-det");
        heldOut.put("teacher.validation", "0.1");
        assertRefused(
                heldOut,
                "<transfer><ensemble> is 5, but <teacher><validation> is 0.1, and teachers of other seeds hold out other examples."
                        + " Set one of them to 0.");
    }

    private static Map<String, String> ensembleOf(String preset) {
        return new HashMap<>(Map.of("preset", preset, "transfer.ensemble", "5", "transfer.lambda", "1"));
    }
}
