package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.tensorflow.graph.Objective;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.AttackSteps;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.model.Predictor;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.worker.Checkpoints;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.apache.commons.io.file.PathUtils;

/**
 * The engine as a contestant. It trains with shuffling, augmentation, sums and events; it predicts and moves images in single precision
 * alone, whatever it trains with.
 */
public final class WorkerSteps {

    private static final int BATCHES = 10;

    private WorkerSteps() {}

    /** @param args see {@link StepSettings} */
    public static void main(String[] args) throws IOException, WorkerFailure {
        StepSettings settings = StepSettings.parse(args);
        Path checkpoint = Files.createTempDirectory("distill-benchmark");
        try {
            train(settings, checkpoint);
        } catch (EnoughSteps end) {
            // That is all that was wanted.
        } finally {
            PathUtils.deleteDirectory(checkpoint);
        }
        if (settings.precision() == Precision.FLOAT32) {
            try {
                predict(settings);
            } catch (EnoughSteps end) {
                // That is all that was wanted.
            }
            AttackSteps.run(settings);
        }
        PeakMemory.print();
    }

    private static void train(StepSettings settings, Path checkpoint) throws WorkerFailure {
        Examples images = RandomImages.draw(settings.shape(), BATCHES * StepWork.TRAINING.batch());
        new Trainer(
                        request(settings, checkpoint),
                        images,
                        List.of(new EvaluatedExamples(EvaluationSet.TEST, images, settings.moments())),
                        new ProgressReporter(event -> {}),
                        clock(StepWork.TRAINING))
                .train();
    }

    private static void predict(StepSettings settings) {
        Examples images = RandomImages.draw(settings.shape(), BATCHES * Predictor.BATCH_SIZE);
        try (TrainingGraph graph = graph(settings)) {
            graph.begin(Weights.draw(graph.parameters(), new Seeds(1).stream("benchmark/initial-weights")));
            ProgressReporter.Pass pass = new ProgressReporter(event -> {}, clock(StepWork.INFERENCE))
                    .begin("evaluate", 1, 1, Integer.MAX_VALUE);
            while (true) {
                graph.predictor()
                        .predict(
                                images,
                                settings.moments(),
                                pass,
                                FloatBuffer.allocate(images.size() * StepSettings.CLASSES));
            }
        }
    }

    /** Without values. */
    static TrainingGraph graph(StepSettings settings) {
        return new TrainingGraph(
                settings.training(),
                settings.precision(),
                new ModelInput(settings.shape(), true),
                new Objective(StepSettings.CLASSES, false, 1),
                settings.moments());
    }

    private static WorkerRequest.Train request(StepSettings settings, Path checkpoint) {
        ExampleFiles none = new ExampleFiles(ExampleFiles.Format.ARRAYS, List.of());
        return new WorkerRequest.Train(
                "student",
                1,
                StepSettings.CLASSES,
                settings.training(),
                settings.precision(),
                1,
                none,
                settings.moments(),
                List.of(),
                Path.of("."),
                new Checkpoints(checkpoint, Integer.MAX_VALUE));
    }

    /** Thrown out of the trainer or predictor. */
    private static final class EnoughSteps extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A clock that is looked at after every step of a training, but the last one of an epoch, and after every batch of a prediction. */
    private static LongSupplier clock(StepWork work) {
        StepTimes times = new StepTimes(work);
        return () -> {
            if (!times.lap()) {
                throw new EnoughSteps();
            }
            return System.nanoTime();
        };
    }
}
