package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.tensorflow.given.GivenModel;
import io.github.distillmaven.tensorflow.model.ExportedModel;
import io.github.distillmaven.tensorflow.model.Predictor;
import io.github.distillmaven.tensorflow.progress.ProgressReporter;
import io.github.distillmaven.tensorflow.stacked.StackedModel;
import io.github.distillmaven.tensorflow.stacked.StackedPool;
import io.github.distillmaven.tensorflow.stacked.StoredNetwork;
import io.github.distillmaven.tensorflow.training.RequestedExamples;
import io.github.distillmaven.worker.Attack;
import io.github.distillmaven.worker.WorkerRequest;
import io.github.distillmaven.worker.process.WorkerFailure;

/** Answers {@link WorkerRequest.Label}. */
final class LabelTask {

    /** What leaves all inputs where they are. */
    private static final Attack UNMOVED = new Attack(Choice.of("none"), TargetRule.UNTARGETED, 0);

    private final ProgressReporter progress;
    private final StackedPool pool;

    /** @param pool has the networks of models that were trained side by side */
    LabelTask(ProgressReporter progress, StackedPool pool) {
        this.progress = progress;
        this.pool = pool;
    }

    void run(WorkerRequest.Label request) throws IOException, WorkerFailure {
        RequestedExamples inputs = RequestedExamples.read(request.inputs());
        if (StoredNetwork.isIn(request.model())) {
            StoredNetwork stored = StoredNetwork.read(request.model());
            check(request, inputs, stored.shape());
            StackedModel model = stored.load(request.model(), pool, request.inputsMoments());
            float[] moved = label(request, inputs, model);
            if (request.wantsLogits() && stored.auxiliary() > 0) {
                writeAuxiliary(request, inputs, stored.auxiliary(), model, moved);
            }
            return;
        }
        if (GivenModel.isIn(request.model())) {
            try (GivenModel model = GivenModel.load(request.model())) {
                check(request, inputs, model.shape());
                label(request, inputs, model);
            }
            return;
        }
        try (ExportedModel model = ExportedModel.load(request.model())) {
            check(request, inputs, model.shape());
            if (request.attack().isPresent()) {
                label(request, inputs, model.differentiable(request.inputsMoments()));
                return;
            }
            Predictor predictor = model.predictor();
            int size = inputs.set().size();
            FloatBuffer logits =
                    FloatBuffer.allocate(request.wantsLogits() ? Math.multiplyExact(size, predictor.classes()) : 0);
            predictor
                    .predict(inputs.set(), request.inputsMoments(), progress.begin("label", 0, 0, size), logits)
                    .write(request.output().resolve("predictions.csv"));
            if (request.wantsLogits()) {
                NpyFile.of(List.of(size, predictor.classes()), logits.array())
                        .write(request.output().resolve("logits.npy"));
            }
        }
    }

    /** It moves nothing but by what it answers. */
    private void label(WorkerRequest.Label request, RequestedExamples inputs, GivenModel model)
            throws IOException, WorkerFailure {
        if (request.attack().isPresent()) {
            label(request, inputs, (DifferentiableModel) model);
            return;
        }
        int size = inputs.set().size();
        ModelAnswers answers = model.answers(inputs.set(), progress.begin("label", 0, 0, size));
        answers.predictions().write(request.output().resolve("predictions.csv"));
        if (request.wantsLogits()) {
            NpyFile.of(List.of(size, model.classes()), answers.logits().orElseThrow())
                    .write(request.output().resolve("logits.npy"));
        }
    }

    private static void check(WorkerRequest.Label request, RequestedExamples inputs, ExampleShape shape)
            throws WorkerFailure {
        inputs.requireShape(shape, "the model in " + request.model() + " takes");
        inputs.requireMomentsOfChannels(request.inputsMoments());
        if (request.attack().isPresent()) {
            inputs.requireTargets();
        }
    }

    /** @return the values of the inputs, as they were moved */
    private float[] label(WorkerRequest.Label request, RequestedExamples inputs, DifferentiableModel model)
            throws IOException, WorkerFailure {
        MovedInputs moved = moved(request, inputs, model);
        moved.answers(inputs.set()).write(request.output().resolve("predictions.csv"));
        if (request.attack().isPresent()) {
            List<Integer> sizes = new ArrayList<>(List.of(inputs.set().size()));
            sizes.addAll(inputs.set().shape().sizes());
            NpyFile.of(sizes, moved.values()).write(request.output().resolve("inputs.npy"));
        }
        if (request.wantsLogits()) {
            NpyFile.of(List.of(inputs.set().size(), model.classes()), moved.logits())
                    .write(request.output().resolve("logits.npy"));
        }
        return moved.values();
    }

    private static void writeAuxiliary(
            WorkerRequest.Label request, RequestedExamples inputs, int auxiliary, StackedModel model, float[] moved)
            throws IOException {
        int size = inputs.set().size();
        int each = inputs.set().shape().values();
        float[] logits = new float[size * auxiliary];
        for (int from = 0; from < size; from += Predictor.BATCH_SIZE) {
            int to = Math.min(size, from + Predictor.BATCH_SIZE);
            float[] some = model.auxiliary(Arrays.copyOfRange(moved, from * each, to * each));
            System.arraycopy(some, 0, logits, from * auxiliary, some.length);
        }
        NpyFile.of(List.of(size, auxiliary), logits).write(request.output().resolve("auxiliary.npy"));
    }

    private MovedInputs moved(WorkerRequest.Label request, RequestedExamples inputs, DifferentiableModel model)
            throws IOException, WorkerFailure {
        Attack attack = request.attack().orElse(UNMOVED);
        try (LoadedEnsemble ensemble = new LoadedEnsemble(inputs, request.inputsMoments())) {
            return MovedInputs.of(
                    inputs.set(),
                    attack,
                    model,
                    ensemble.load(attack.ensemble()),
                    progress.begin("label", 0, 0, inputs.set().size()));
        }
    }
}
