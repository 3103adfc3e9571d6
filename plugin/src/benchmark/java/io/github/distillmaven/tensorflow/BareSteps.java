package io.github.distillmaven.tensorflow;

import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import org.tensorflow.types.TFloat32;

/** The contestant that the engine is measured against: its graph, fed with one prepared batch; nothing is fetched. */
public final class BareSteps {

    private BareSteps() {}

    /** @param args see {@link StepSettings} */
    public static void main(String[] args) {
        StepSettings settings = StepSettings.parse(args);
        StepTimes times = new StepTimes(settings);
        try (TrainingGraph graph = new TrainingGraph(
                        WorkerSteps.training(settings),
                        settings.precision(),
                        new ModelInput(WorkerSteps.SHAPE, true),
                        Objective.classes(StepSettings.CLASSES),
                        WorkerSteps.MOMENTS);
                Batch batch = new Batch(RandomImages.draw(WorkerSteps.SHAPE, StepSettings.BATCH), StepSettings.BATCH);
                TFloat32 rate = TFloat32.scalarOf((float) StepSettings.RATE)) {
            batch.fill(IntStream.range(0, StepSettings.BATCH).toArray(), 0);
            graph.begin(Weights.draw(graph.parameters(), new Seeds(1).stream("benchmark/initial-weights")));
            do {
                graph.update(batch, rate).run().close();
            } while (times.lap());
        }
    }
}
