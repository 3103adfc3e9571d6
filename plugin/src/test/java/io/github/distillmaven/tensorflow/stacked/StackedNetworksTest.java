package io.github.distillmaven.tensorflow.stacked;

import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.Lesson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Networks side by side")
class StackedNetworksTest {

    private static final int STEPS = 30;

    @Test
    void haveAsManyWeightsAsOneCountsByHand() {
        try (StackedNetworks networks = new StackedNetworks(Courses.KIND, 2)) {
            Weights drawn = networks.draw(new Seeds(1).stream("teacher/initial-weights"));

            // 2 * 100 + 100, three times 100 * 100 + 100, 100 * 2 + 2.
            assertThat(networks.weightsOfOne()).isEqualTo(30_802);
            assertThat(drawn.row()).hasSize(30_802);
            assertThat(networks.weights(drawn.row()).sha256()).isEqualTo(drawn.sha256());
        }
    }

    @Test
    void learnTheirPoints() throws Exception {
        try (StackedNetworks networks = new StackedNetworks(Courses.KIND, 2)) {
            List<Course> courses = Courses.ofSeeds(1, 2);
            new SideBySideTrainer(networks, Courses.training(400), 1, true, courses).train();

            // After 400 of 1000 steps most of 32 random labels are learnt; guessing gives 16.
            assertThat(new StackedPredictor(networks)
                            .predict(courses.stream().map(Course::lesson).toList()))
                    .allSatisfy(answers -> assertThat(answers.accuracy()).isGreaterThan(26 / 32.0));
        }
    }

    @Test
    void giveAPlaceTheSameBitsWhateverStandsBesideItAndHoweverManyTheyAre() throws Exception {
        String first = trained(0, 1, 1);

        assertThat(trained(0, 1, 2, 3)).isEqualTo(first);
        assertThat(trained(0, 1, 4, 3, 2, 5, 6, 7, 8)).isEqualTo(first);
        assertThat(trained(0, 2, 1)).isNotEqualTo(first);
        String second = trained(1, 7, 1);
        assertThat(trained(1, 1, 1, 1)).isEqualTo(second);
        assertThat(trained(1, 2, 1, 3, 4)).isEqualTo(second);
        assertThat(trained(2, 5, 4, 1)).isEqualTo(trained(2, 9, 8, 1, 7));
    }

    @Test
    void areTwoAtLeast() {
        assertThatThrownBy(() -> new StackedNetworks(Courses.KIND, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 networks are not side by side");
    }

    @Test
    void beginAnewEachTime() throws Exception {
        try (StackedNetworks networks = new StackedNetworks(Courses.KIND, 2)) {
            assertThat(trained(networks)).isEqualTo(trained(networks));
        }
    }

    @Test
    void answerSetsOfDifferentLengths() throws Exception {
        try (StackedNetworks networks = new StackedNetworks(Courses.KIND, 2)) {
            List<Course> courses = Courses.ofSeeds(1, 1);
            new SideBySideTrainer(networks, Courses.training(STEPS), 1, true, courses).train();
            Lesson whole = courses.get(0).lesson();
            Lesson part = new Lesson(whole.examples().first(5), whole.moments());
            StackedPredictor predictor = new StackedPredictor(networks);

            List<Predictions> answers = predictor.predict(List.of(whole, part));

            assertThat(answers.get(0).rows()).hasSize(32);
            assertThat(answers.get(1).rows())
                    .isEqualTo(predictor
                            .predict(List.of(whole, whole))
                            .get(1)
                            .rows()
                            .subList(0, 5));
        }
    }

    @Test
    void sayWhereTheAnswerTurns() throws Exception {
        try (StackedNetworks networks = new StackedNetworks(Courses.KIND, 2)) {
            new SideBySideTrainer(networks, Courses.training(STEPS), 1, true, Courses.ofSeeds(1, 1)).train();
            StackedModel model = new StackedModel(networks, Courses.AS_THEY_ARE);
            Examples examples = Courses.points(1);
            float[] points = ((Values.FloatValues) examples.values()).floats();
            int[] labels = IntStream.range(0, 32).map(examples::label).toArray();
            float[] gain = model.gain(points, labels);
            float[] moved = points.clone();
            for (int index = 0; index < moved.length; index++) {
                moved[index] += 1e-2f * Math.signum(gain[index]);
            }
            float[] before = model.logits(points);
            float[] after = model.logits(moved);

            assertThat(IntStream.range(0, 32))
                    .allMatch(point -> margin(after, labels, point) > margin(before, labels, point));
        }
    }

    /** Of two classes, the gradient of the cross entropy is the gain times the share of the other class. */
    @Test
    void haveAGradientThatIsAShareOfTheGain() throws Exception {
        try (StackedNetworks networks = new StackedNetworks(Courses.KIND, 2)) {
            new SideBySideTrainer(networks, Courses.training(STEPS), 1, true, Courses.ofSeeds(1, 1)).train();
            StackedModel model = new StackedModel(networks, Courses.AS_THEY_ARE);
            float[] point = {0.3f, 0.6f};

            float[] gradient = model.inputGradient(point, new float[] {1, 0});
            float[] gain = model.gain(point, new int[] {0});
            float[] logits = model.logits(point);
            double share = 1 / (1 + Math.exp(logits[0] - logits[1]));

            assertThat((double) gradient[0]).isCloseTo(share * gain[0], within(1e-5));
            assertThat((double) gradient[1]).isCloseTo(share * gain[1], within(1e-5));
        }
    }

    private static float margin(float[] logits, int[] labels, int point) {
        return logits[2 * point + 1 - labels[point]] - logits[2 * point + labels[point]];
    }

    private static String trained(StackedNetworks networks) throws Exception {
        return new SideBySideTrainer(networks, Courses.training(STEPS), 1, true, Courses.ofSeeds(1, 2))
                .train()
                .get(0)
                .last()
                .sha256();
    }

    /** The network in one place after training, when there are those of these seeds. */
    private static String trained(int place, long... seeds) throws Exception {
        return Courses.train(STEPS, Courses.ofSeeds(seeds)).get(place).last().sha256();
    }
}
