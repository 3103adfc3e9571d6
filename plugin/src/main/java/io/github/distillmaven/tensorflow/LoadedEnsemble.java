package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.tensorflow.model.ExportedModel;
import io.github.distillmaven.tensorflow.stacked.StackedPool;
import io.github.distillmaven.tensorflow.stacked.StoredNetwork;
import io.github.distillmaven.tensorflow.training.RequestedExamples;
import io.github.distillmaven.worker.process.WorkerFailure;

/** Several models that are asked about the same inputs in turn, until this is closed. */
final class LoadedEnsemble implements AutoCloseable {

    private final RequestedExamples inputs;
    private final Moments moments;
    private final List<ExportedModel> exported = new ArrayList<>();
    private final List<StackedPool> pools = new ArrayList<>();

    /**
     * @param inputs that they will be asked about
     * @param moments normalisation of these
     */
    LoadedEnsemble(RequestedExamples inputs, Moments moments) {
        this.inputs = inputs;
        this.moments = moments;
    }

    /** Those in these folders, in their order. */
    List<DifferentiableModel> load(List<Path> folders) throws IOException, WorkerFailure {
        List<DifferentiableModel> models = new ArrayList<>();
        for (Path folder : folders) {
            models.add(load(folder));
        }
        return models;
    }

    private DifferentiableModel load(Path folder) throws IOException, WorkerFailure {
        String taker = "the model in " + folder + " takes";
        if (StoredNetwork.isIn(folder)) {
            StoredNetwork stored = StoredNetwork.read(folder);
            inputs.requireShape(stored.shape(), taker);
            // Networks of one pool and kind have the weights of the last one that was loaded.
            StackedPool pool = new StackedPool();
            pools.add(pool);
            return stored.load(folder, pool, moments);
        }
        ExportedModel model = ExportedModel.load(folder);
        exported.add(model);
        inputs.requireShape(model.shape(), taker);
        return model.differentiable(moments);
    }

    @Override
    public void close() {
        exported.forEach(ExportedModel::close);
        pools.forEach(StackedPool::close);
    }
}
