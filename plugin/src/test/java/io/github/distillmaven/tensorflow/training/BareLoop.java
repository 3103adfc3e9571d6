package io.github.distillmaven.tensorflow.training;

import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.tensorflow.graph.Objective;
import io.github.distillmaven.tensorflow.graph.Weights;
import io.github.distillmaven.tensorflow.model.Batch;
import io.github.distillmaven.tensorflow.model.Batches;
import io.github.distillmaven.tensorflow.model.Classifier;
import io.github.distillmaven.tensorflow.model.ModelInput;
import io.github.distillmaven.tensorflow.model.Predictor;
import org.tensorflow.types.TFloat32;

/**
 * What the engine is measured against: as many steps and evaluations over the same graph, each fed with one prepared
 * batch. It reads no files, shuffles nothing, counts nothing and writes nothing.
 */
public final class BareLoop {

    private BareLoop() {}

    /** @param args name of a {@link BenchmarkJob} */
    public static void main(String[] args) {
        BenchmarkJob job = BenchmarkJob.valueOf(args[0]);
        Training training = job.training();
        try (TrainingGraph graph = new TrainingGraph(
                        training,
                        Precision.FLOAT32,
                        new ModelInput(BenchmarkJob.SHAPE, true),
                        new Objective(BenchmarkJob.CLASSES, false, 1),
                        BenchmarkJob.MOMENTS);
                Batch batch = filled(training.batchSize());
                Batch evaluated = filled(Predictor.BATCH_SIZE);
                TFloat32 rate = TFloat32.scalarOf((float) training.optimizer().learningRate())) {
            graph.begin(Weights.draw(graph.parameters(), new Seeds(1).stream("benchmark/initial-weights")));
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                for (int step = 0; step < Batches.count(job.examples(), training.batchSize()); step++) {
                    graph.update(batch, rate).run().close();
                }
                evaluate(graph, evaluated, job.testExamples());
            }
            evaluate(graph, evaluated, job.examples());
        }
    }

    private static void evaluate(TrainingGraph graph, Batch batch, int examples) {
        for (int index = 0; index < Batches.count(examples, batch.size()); index++) {
            graph.session()
                    .runner()
                    .feed(Classifier.IMAGES, batch.values())
                    .fetch(Classifier.CLASSES)
                    .run()
                    .close();
        }
    }

    private static Batch filled(int size) {
        Examples images = RandomImages.draw(size);
        Batch batch = new Batch(images, size);
        batch.fill(IntStream.range(0, size).toArray(), 0);
        return batch;
    }
}
