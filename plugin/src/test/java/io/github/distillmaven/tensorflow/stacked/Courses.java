package io.github.distillmaven.tensorflow.stacked;

import java.util.List;
import java.util.stream.LongStream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.dataset.points.RandomPoints;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.tensorflow.TrainRequests;
import io.github.distillmaven.tensorflow.training.Course;
import io.github.distillmaven.tensorflow.training.Lesson;

/** Points to learn side by side, as in the two-dimensional experiment. */
public final class Courses {

    public static final Moments AS_THEY_ARE = new Moments(List.of(0.0, 0.0), List.of(1.0, 1.0));
    public static final ExampleShape SHAPE = new RandomPoints().shape(Choice.of("random-points"));
    static final StackedKind KIND = new StackedKind(Choice.of("mlp-4x100"), SHAPE, 2);

    private Courses() {}

    public static Training training(int steps) {
        return new Training(KIND.network(), 0, steps, 32, Augmentation.NONE, TrainRequests.adam());
    }

    static List<Course> ofSeeds(long... seeds) {
        return LongStream.of(seeds).mapToObj(Courses::ofSeed).toList();
    }

    static Course ofSeed(long seed) {
        Lesson lesson = new Lesson(points(seed), AS_THEY_ARE);
        return new Course("teacher", seed, lesson, lesson);
    }

    static Examples points(long seed) {
        return new RandomPoints().draw(Choice.of("random-points"), new Seeds(seed)::stream, 1);
    }

    /** Trains the courses in one graph. */
    static List<StackedOutcome> train(int steps, List<Course> courses) throws Exception {
        try (StackedNetworks networks = new StackedNetworks(KIND, courses.size())) {
            return new SideBySideTrainer(networks, training(steps), 1, true, courses).train();
        }
    }
}
