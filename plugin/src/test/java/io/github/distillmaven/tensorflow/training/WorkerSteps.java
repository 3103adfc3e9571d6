package io.github.distillmaven.tensorflow.training;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Augmentation;
import io.github.distillmaven.experiment.Optimizer;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.network.ResNet18Network;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;

/** The engine as a contestant: a whole training, with shuffling, augmentation, sums and events, which ends after the last step. */
public final class WorkerSteps {

    static final ExampleShape SHAPE = ExampleShape.of(StepSettings.SIZE, StepSettings.SIZE, StepSettings.CHANNELS);
    static final Moments MOMENTS = new Moments(List.of(0.5, 0.5, 0.5), List.of(0.29, 0.29, 0.29));

    private WorkerSteps() {}

    /** @param args see {@link StepSettings} */
    public static void main(String[] args) throws WorkerFailure {
        StepSettings settings = StepSettings.parse(args);
        // One batch more than needed: the trainer looks at its clock after every step but the last one of an epoch.
        int steps = settings.warmUp() + settings.measured() + 1;
        Examples images = RandomImages.draw(SHAPE, steps * StepSettings.BATCH);
        try {
            new Trainer(
                            request(settings),
                            images,
                            List.of(new EvaluatedExamples(EvaluationSet.TEST, images, MOMENTS)),
                            new ProgressReporter(event -> {}),
                            clock(settings))
                    .train();
        } catch (EnoughSteps end) {
            // That is all that was wanted.
        }
    }

    static Training training(StepSettings settings) {
        return new Training(
                Choice.of("resnet18").with(ResNet18Network.WIDTH, settings.width()),
                0,
                1,
                StepSettings.BATCH,
                Augmentation.CROP_FLIP,
                new Optimizer(
                        Optimizer.Algorithm.SGD,
                        StepSettings.RATE,
                        StepSettings.MOMENTUM,
                        StepSettings.WEIGHT_DECAY,
                        Choice.of("constant"),
                        0));
    }

    private static WorkerRequest.Train request(StepSettings settings) {
        ExampleFiles none = new ExampleFiles(ExampleFiles.Format.ARRAYS, List.of());
        return new WorkerRequest.Train(
                "student",
                1,
                StepSettings.CLASSES,
                training(settings),
                settings.precision(),
                1,
                none,
                MOMENTS,
                List.of(),
                Path.of("."),
                new Checkpoints(Path.of("no-checkpoint-here"), Integer.MAX_VALUE));
    }

    /** Thrown out of the trainer. */
    private static final class EnoughSteps extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The clock of the checkpoints; its first look is before the first step. */
    private static LongSupplier clock(StepSettings settings) {
        StepTimes times = new StepTimes(settings);
        boolean[] begun = {false};
        return () -> {
            if (begun[0] && !times.lap()) {
                throw new EnoughSteps();
            }
            begun[0] = true;
            return System.nanoTime();
        };
    }
}
