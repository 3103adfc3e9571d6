package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.transfer.ControlSet;
import io.github.distillmaven.dataset.transfer.LabelledInputs;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;
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
import io.github.distillmaven.results.MetricNames;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What the recipes of CONTRIBUTING say of one class. Others add a metric (EvaluatorTest), a section (SectionTest), a network (ForeignComponentIT). */
@DisplayName("A component that is added")
@ExtendWith(AddedJar.class)
class AddedComponentsTest {

    private static final int CLASSES = 4;

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
                DifferentiableModel model, float[] inputs, Perturbation.Aim aim, ValueBounds bounds, Choice choice) {
            float[] moved = inputs.clone();
            for (int index = 0; index < moved.length; index++) {
                moved[index] = bounds.clamp(moved[index] / 2);
            }
            return moved;
        }
    }

    /** All that it takes to add an evaluation set. */
    public static final class OppositeTestSet implements EvaluationSet {

        @Override
        public String id() {
            return "test-opposite";
        }

        @Override
        public String meaning() {
            return "the same test set, where the class at the other end of the list counts as right";
        }

        @Override
        public int target(int label, int classes) {
            return classes - 1 - label;
        }
    }

    /** All that it takes to add an evaluation set with inputs of its own. */
    public static final class NegativeTestSet implements EvaluationSet.Asked {

        @Override
        public String id() {
            return "test-negative";
        }

        @Override
        public String meaning() {
            return "the images of the test set in negative";
        }

        @Override
        public Examples examples(Material material) throws IOException {
            Examples test = material.test();
            byte[] negative = test.bytes().clone();
            for (int index = 0; index < negative.length; index++) {
                negative[index] = (byte) ~negative[index];
            }
            return new Examples(test.shape(), new Values.ByteValues(negative), test.targets());
        }
    }

    /** All that it takes to add a data source. */
    public static final class TwoClouds implements DataSource {

        @Override
        public String id() {
            return "two-clouds";
        }

        @Override
        public String meaning() {
            return "20 points of space around each of two corners";
        }

        @Override
        public ExampleShape shape() {
            return ExampleShape.of(3);
        }

        @Override
        public List<String> classNames() {
            return List.of("near", "far");
        }

        @Override
        public Examples draw(Streams streams, int attempt, Choice choice) {
            UniformRandomProvider random = streams.stream("clouds/" + attempt);
            float[] points = new float[120];
            int[] labels = new int[40];
            for (int index = 0; index < points.length; index++) {
                labels[index / 3] = index / 3 % 2;
                points[index] = (labels[index / 3] + random.nextFloat()) / 2;
            }
            return new Examples(shape(), new Values.FloatValues(points), new Targets.Classes(labels));
        }
    }

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());
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

    private String reference(String path) {
        return reader.catalog().all().stream()
                .filter(setting -> setting.path().equals(path))
                .findFirst()
                .orElseThrow()
                .description();
    }

    private Experiment read(String... pairs) throws Exception {
        Map<String, String> written = new HashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            written.put(pairs[index], pairs[index + 1]);
        }
        return reader.read("x", List.of(WrittenExperiment.pom(written)));
    }

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
                TransferSet.select(labelled, experiment.transfer().keep());

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
                .isEqualTo("Place of the given label among the teacher's answers. `ranked` alone uses it.");
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
    @DisplayName("as a selection stands in the reference, and keeps what it says")
    void selection() throws Exception {
        assertThat(reference("transfer.keep")).contains("`confident` (those of which the teacher is sure)");

        Chosen<Selection> chosen = read("transfer.keep", "confident").transfer().keep();

        assertThat(given(TransferSet.select(labelled, chosen))).containsExactly(1, 0);
    }

    @Test
    @DisplayName("as an evaluation set stands in the reference, and has metrics that users can write")
    void evaluationSet() throws Exception {
        assertThat(reference("evaluationSets"))
                .contains(
                        "`test-opposite` (the same test set, where the class at the other end of the list counts as right)");

        Experiment experiment = read(
                "evaluationSets", "test-opposite",
                "expectations.expectation.metric", "student.test-opposite.testAccuracy",
                "expectations.expectation.max", "0.2");

        assertThat(experiment.evaluationSets()).containsExactly("test", "test-opposite");
        assertThat(Components.load(EvaluationSet.class).get("test-opposite").target(1, CLASSES))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("as a data source is a data set like others, which small networks learn side by side")
    void dataSource() throws Exception {
        assertThat(reference("teacher.dataset")).contains("`two-clouds`");
        WrittenExperiment.assertRefused(
                Map.of(
                        "preset", "two-dimensional",
                        "teacher.dataset", "two-clouds",
                        "transfer.inputs", "two-clouds",
                        "student.network", "cnn"),
                "<student><network> is 'cnn', which is for images. With 'two-clouds' there are: linear, mlp, mlp-4x100.");

        Experiment experiment =
                read("preset", "two-dimensional", "teacher.dataset", "two-clouds", "transfer.inputs", "two-clouds");

        assertThat(experiment.sideBySide()).isTrue();
        assertThat(new DatasetCatalog().shapeOf("two-clouds")).isEqualTo(ExampleShape.of(3));
        assertThat(Components.load(DataSource.class)
                        .get("two-clouds")
                        .draw(new Seeds(1)::stream, 1, Choice.of("two-clouds"))
                        .size())
                .isEqualTo(40);
    }

    @Test
    @DisplayName(
            "as an evaluation set with inputs of its own stands in the reference, has metrics, and models are asked its inputs")
    void evaluationSetWithInputs() throws Exception {
        assertThat(reference("evaluationSets")).contains("`test-negative` (the images of the test set in negative)");

        Experiment experiment = read(
                "evaluationSets", "test-negative",
                "expectations.expectation.metric", "student.test-negative.testAccuracy",
                "expectations.expectation.max", "0.2");

        assertThat(EvaluationSets.asked(experiment.evaluationSets()))
                .extracting(EvaluationSet::id)
                .containsExactly("test-negative");
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
                "<transfer><target> is 'next', but nothing is moved toward it or labelled by it. Set <attack> to 'pgd' or"
                        + " 'single-step', or <labels> to 'target', or <target> to 'untargeted'.");

        Chosen<Perturbation> chosen = read("transfer.attack", "paler", "transfer.inputs", "synthetic-digits")
                .transfer()
                .perturbation();

        assertThat(chosen.component()
                        .move(
                                null,
                                new float[] {0.5f, 1},
                                Perturbation.Aim.awayFrom(new int[] {0}),
                                ValueBounds.UNIT,
                                chosen.choice()))
                .containsExactly(0.25f, 0.5f);
    }
}
