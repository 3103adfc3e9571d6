package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.transfer.ControlSet;
import io.github.distillmaven.dataset.transfer.LabelledInputs;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.data.Treatment;
import io.github.distillmaven.extension.data.ValueBounds;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.metrics.Predictions;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What the recipes of CONTRIBUTING say of one class. Others add a metric (EvaluatorTest), a section (SectionTest), a network (ForeignComponentIT). */
@DisplayName("A component of transfer sets that is added")
@ExtendWith(AddedJar.class)
class AddedTransferTest extends AddedComponents {

    /** All that it takes to add a control. */
    public static final class OppositeClass implements Control {

        @Override
        public String id() {
            return "opposite-class";
        }

        @Override
        public String meaning() {
            return "the class at the other end of the list";
        }

        @Override
        public boolean needsTrueLabels() {
            return true;
        }

        @Override
        public List<TransferRow> rows(Treatment treatment, UniformRandomProvider random) {
            return treatment.rows().stream()
                    .map(row -> row.under(treatment.classes() - 1 - row.trueLabel()))
                    .toList();
        }
    }

    /** All that it takes to add a labelling. */
    public static final class RankedChoice implements Labelling {

        private static final Option<Long> RANK = new Option<>(
                "rank", ValueType.wholeNumber(1, 255), "2", "Place of the given label among the teacher's answers.");

        @Override
        public String id() {
            return "ranked";
        }

        @Override
        public String meaning() {
            return "one of the teacher's less likely classes";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(RANK);
        }

        @Override
        public boolean needsLogits() {
            return true;
        }

        @Override
        public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
            float[] logits = answers.logits().orElseThrow();
            int[] labels = new int[answers.size()];
            for (int input = 0; input < labels.length; input++) {
                List<Integer> classes = new ArrayList<>();
                for (int each = 0; each < answers.classes(); each++) {
                    classes.add(each);
                }
                int from = input * answers.classes();
                classes.sort((one, other) -> Float.compare(logits[from + other], logits[from + one]));
                labels[input] = classes.get(choice.get(RANK).intValue() - 1);
            }
            return new Targets.Classes(labels);
        }
    }

    /** All that it takes to add a noise. */
    public static final class SpeckledNoise implements Noise {

        private static final Option<Double> WHITE = new Option<>(
                "white",
                ValueType.number("a share from 0 to 1", share -> share >= 0 && share <= 1),
                "0.5",
                "Share of white.");

        @Override
        public String id() {
            return "speckled";
        }

        @Override
        public String meaning() {
            return "black and white values";
        }

        @Override
        public String title() {
            return "Speckled noise";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(WHITE);
        }

        @Override
        public Values draw(Examples images, Choice choice, UniformRandomProvider random) {
            byte[] levels = new byte[images.values().count()];
            for (int index = 0; index < levels.length; index++) {
                levels[index] = (byte) (random.nextDouble() < choice.get(WHITE) ? 255 : 0);
            }
            return new Values.ByteValues(levels);
        }
    }

    /** All that it takes to add a selection. */
    public static final class ConfidentSelection implements Selection {

        @Override
        public String id() {
            return "confident";
        }

        @Override
        public String meaning() {
            return "those of which the teacher is sure";
        }

        @Override
        public boolean keeps(TransferRow row, Choice choice) {
            return row.confidence() >= 0.9f;
        }

        @Override
        public boolean needsTrueLabels() {
            return false;
        }

        @Override
        public String adviceWhenFew(String share) {
            return "The teacher is sure of " + share + " alone. ";
        }

        @Override
        public String adviceWhenAClassIsMissing() {
            return "The teacher is never sure of it.";
        }
    }

    /** All that it takes to add a perturbation. */
    public static final class Paler implements Perturbation {

        @Override
        public String id() {
            return "paler";
        }

        @Override
        public String meaning() {
            return "half as much of everything";
        }

        @Override
        public float[] move(
                DifferentiableModel model,
                Perturbation.Originals originals,
                Perturbation.Aim aim,
                Choice choice,
                UniformRandomProvider random) {
            float[] moved = originals.values().clone();
            for (int index = 0; index < moved.length; index++) {
                moved[index] = originals.bounds().clamp(moved[index] / 2);
            }
            return moved;
        }
    }

    private final Examples inputs =
            Examples.ofBytes(new ExampleShape(List.of(1)), new byte[4], new byte[] {0, 1, 2, 3});
    private final LabelledInputs labelled = LabelledInputs.predicted(
            inputs,
            new Predictions(List.of(
                    new Predictions.Row(0, 1, 0.9f, 3),
                    new Predictions.Row(1, 1, 0.5f, 3),
                    new Predictions.Row(2, 0, 0.95f, 3),
                    new Predictions.Row(3, 3, 0.89f, 0))),
            true,
            CLASSES);

    private static List<Integer> given(TransferSet set) {
        return set.table().rows().stream().map(TransferRow::givenLabel).toList();
    }

    @Test
    @DisplayName("as a control stands in the reference, has its rules and metrics, and relabels the transfer set")
    void control() throws Exception {
        assertThat(reference("controls")).contains("`opposite-class`");
        WrittenExperiment.assertRefused(
                Map.of("controls", "opposite-class"),
                "<controls> names 'opposite-class', but the inputs 'synthetic-garments' have no true label in the teacher's task 'synthetic-digits'. Remove it, or set <transfer><inputs> to 'synthetic-digits'.");

        Experiment experiment = read(
                "controls", "opposite-class",
                "transfer.inputs", "synthetic-digits",
                "expectations.expectation.metric", "opposite-class.testAccuracy",
                "expectations.expectation.min", "0.1");
        TransferSet treatment =
                TransferSet.select(labelled, experiment.transfer().keep(), new Seeds(1).stream("keep"));

        assertThat(experiment.arms()).extracting(ExperimentArm::name).containsExactly("student", "opposite-class");
        assertThat(given(new ControlSet(labelled, treatment.table())
                        .of(experiment.controls().get(0), new Seeds(1).stream("control"))))
                .containsExactly(3, 2, 1, 0);
    }

    @Test
    @DisplayName("as a labelling brings its option, which no other takes, and labels")
    void labelling() throws Exception {
        assertThat(reference("transfer.labels")).contains("`ranked` (one of the teacher's less likely classes)");
        assertThat(reference("transfer.rank"))
                .isEqualTo("Place of the given label among the teacher's answers. Only `ranked` uses it.");
        WrittenExperiment.assertRefused(
                Map.of("transfer.rank", "3"),
                "<transfer><rank> is set, but 'predicted' has no such setting. Remove it, or set <labels> to 'ranked'.");

        Chosen<Labelling> chosen = read("transfer.labels", "ranked", "transfer.rank", "3")
                .transfer()
                .labels();
        TeacherAnswers answers = new TeacherAnswers(
                new int[] {0, 2},
                Optional.of(new float[] {9, 8, 7, 6, 1, 3, 4, 2}),
                Optional.empty(),
                Optional.empty(),
                CLASSES);

        assertThat(chosen.component().label(answers, chosen.choice(), new Seeds(1).stream("labels")))
                .usingRecursiveComparison()
                .isEqualTo(new Targets.Classes(new int[] {2, 3}));
    }

    @Test
    @DisplayName("as a noise stands in the reference, with its option, and takes the place of inputs")
    void noise() throws Exception {
        assertThat(reference("transfer.noise")).contains("`speckled` (black and white values)");

        Chosen<Noise> chosen = read("transfer.noise", "speckled", "transfer.white", "1")
                .transfer()
                .noise();
        Values drawn = chosen.component()
                .draw(
                        Examples.ofBytes(ExampleShape.of(2), new byte[4], new byte[2]),
                        chosen.choice(),
                        new Seeds(1).stream("noise"));

        assertThat(((Values.ByteValues) drawn).bytes()).containsOnly(255);
    }

    @Test
    @DisplayName("as a selection stands in the reference, and keeps what it says")
    void selection() throws Exception {
        assertThat(reference("transfer.keep")).contains("`confident` (those of which the teacher is sure)");

        Chosen<Selection> chosen = read("transfer.keep", "confident").transfer().keep();

        assertThat(given(TransferSet.select(labelled, chosen, new Seeds(1).stream("keep"))))
                .containsExactly(1, 0);
    }

    @Test
    @DisplayName("as a perturbation stands in the reference, has its rules, and moves inputs")
    void perturbation() throws Exception {
        assertThat(reference("transfer.attack")).contains("`paler` (half as much of everything)");
        WrittenExperiment.assertRefused(
                Map.of("transfer.attack", "paler"),
                "<transfer><attack> is 'paler', but the inputs 'synthetic-garments' have no true label in the teacher's task 'synthetic-digits'. Set <attack> to 'none', or <transfer><inputs> to 'synthetic-digits'.");

        WrittenExperiment.assertRefused(
                Map.of("transfer.attack", "paler", "transfer.inputs", "synthetic-digits", "transfer.target", "next"),
                "<transfer><target> is 'next', but nothing is moved toward it or labelled by it. Set <attack> to"
                        + " 'pattern', 'pgd' or 'single-step', or <labels> to 'target', or <target> to 'untargeted'.");

        Chosen<Perturbation> chosen = read("transfer.attack", "paler", "transfer.inputs", "synthetic-digits")
                .transfer()
                .perturbation();

        assertThat(chosen.component()
                        .move(
                                null,
                                new Perturbation.Originals(new float[] {0.5f, 1}, ExampleShape.of(2), ValueBounds.UNIT),
                                Perturbation.Aim.awayFrom(new int[] {0}),
                                chosen.choice(),
                                new Seeds(1).stream("attack")))
                .containsExactly(0.25f, 0.5f);
    }
}
