package io.github.distillmaven.tensorflow.training;

import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.tensorflow.graph.Objective;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.Batch;
import io.github.distillmaven.tensorflow.model.ModelInput;
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
                        new Objective(StepSettings.CLASSES, false, 1),
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
