package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The same of what models learn and are asked. */
@DisplayName("A component of data that is added")
@ExtendWith(AddedJar.class)
class AddedDataTest extends AddedComponents {

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
        public ExampleShape shape(Choice choice) {
            return ExampleShape.of(3);
        }

        @Override
        public List<String> classNames(Choice choice) {
            return List.of("near", "far");
        }

        @Override
        public Examples draw(Choice choice, Streams streams, int attempt) {
            UniformRandomProvider random = streams.stream("clouds/" + attempt);
            float[] points = new float[120];
            int[] labels = new int[40];
            for (int index = 0; index < points.length; index++) {
                labels[index / 3] = index / 3 % 2;
                points[index] = (labels[index / 3] + random.nextFloat()) / 2;
            }
            return new Examples(shape(choice), new Values.FloatValues(points), new Targets.Classes(labels));
        }
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
                "<student><network> is 'cnn', which is for images. With 'two-clouds' there are: linear, mlp, mlp-1200, mlp-4x100, mlp-auxiliary.");

        Experiment experiment =
                read("preset", "two-dimensional", "teacher.dataset", "two-clouds", "transfer.inputs", "two-clouds");

        assertThat(experiment.sideBySide()).isTrue();
        assertThat(new DatasetCatalog().shapeOf(Choice.of("two-clouds"))).isEqualTo(ExampleShape.of(3));
        assertThat(Components.load(DataSource.class)
                        .get("two-clouds")
                        .draw(Choice.of("two-clouds"), new Seeds(1)::stream, 1)
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
}
