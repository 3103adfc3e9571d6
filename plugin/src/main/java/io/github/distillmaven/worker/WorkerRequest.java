package io.github.distillmaven.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.extension.EvaluationSet;

/** What a worker is asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerRequest.Train.class, name = "train"),
    @JsonSubTypes.Type(value = WorkerRequest.Adopt.class, name = "adopt"),
    @JsonSubTypes.Type(value = WorkerRequest.Label.class, name = "label"),
    @JsonSubTypes.Type(value = TrainSideBySide.class, name = "train-side-by-side"),
    @JsonSubTypes.Type(value = Together.class, name = "together")
})
public sealed interface WorkerRequest
        permits WorkerRequest.Train, WorkerRequest.Adopt, WorkerRequest.Label, TrainSideBySide, Together {

    /** Where the results are written: an existing, empty folder. */
    Path output();

    /**
     * Train a model, from scratch or from its last checkpoint, and evaluate it. Writes {@code model/} (SavedModel), {@code history.csv},
     * {@code predictions.csv} and {@code logits.npy} (of the set {@value EvaluationSet#TEST}; [n, classes], float32), {@code
     * evaluations/<name>.csv} and {@code .npy} in the same form (of the others), and {@code result.json}.
     *
     * @param role {@code teacher} or {@code student}: the prefix of the names of its seed streams
     * @param seed the experiment's seed
     * @param classes number of classes, at least 2
     * @param training how
     * @param precision what its training computes with
     * @param temperature what logits are divided by before they are held against the targets; above 0, 1 for none
     * @param examples what it is trained on, with the targets it is to learn
     * @param examplesMoments normalisation of the training examples
     * @param evaluations what it is evaluated on. One is named {@value EvaluationSet#TEST} and has true labels: it is evaluated after each
     *     epoch, and its normalisation is what the exported model applies by itself. The others are evaluated once, at the end
     * @param output see {@link #output()}
     * @param checkpoints where the training saves itself, and goes on from if it was there before
     */
    record Train(
            String role,
            long seed,
            int classes,
            Training training,
            Precision precision,
            double temperature,
            ExampleFiles examples,
            Moments examplesMoments,
            List<EvaluatedFiles> evaluations,
            Path output,
            Checkpoints checkpoints)
            implements WorkerRequest {

        public Train {
            evaluations = List.copyOf(evaluations);
        }
    }

    /**
     * Take a model that somebody else made as it is, and evaluate it. It is asked about a few images first, and refused if it cannot
     * answer. Writes what {@link Train} writes, with a history of no epoch.
     *
     * @param place where the user declares it, for messages
     * @param use how it is asked
     * @param files folder of the SavedModel
     * @param classes number of classes, at least 2
     * @param evaluations what it is evaluated on, as in {@link Train}; normalised by nobody but the model
     * @param output see {@link #output()}
     */
    record Adopt(String place, ModelUse use, Path files, int classes, List<EvaluatedFiles> evaluations, Path output)
            implements WorkerRequest {

        public Adopt {
            evaluations = List.copyOf(evaluations);
        }
    }

    /**
     * Examples that a model is evaluated on.
     *
     * @param name of a-z, 0-9, and single hyphens and dots between them, another one for each set of a request
     * @param files the examples, with true labels where they have any
     * @param moments normalisation of the examples
     */
    record EvaluatedFiles(String name, ExampleFiles files, Moments moments) {}

    /**
     * Let a trained model predict classes, in inference mode. Writes {@code predictions.csv}, and {@code logits.npy} ([n, classes]) where
     * they are wanted, with {@code auxiliary.npy} ([n, auxiliary]) where there are logits that stand for no class; where inputs are moved first, {@code inputs.npy} ([n, ...], as they are then).
     *
     * @param model folder of a model that {@link Train}, {@link TrainSideBySide} or {@link Adopt} wrote
     * @param inputs the examples, with true labels where they have any
     * @param inputsMoments normalisation of the examples, in place of the model's own; one that {@link Adopt} wrote keeps its own
     * @param wantsLogits whether the logits are written as well
     * @param attack how the inputs are moved before, which then have labels; empty if they are not
     * @param output see {@link #output()}
     */
    record Label(
            Path model,
            ExampleFiles inputs,
            Moments inputsMoments,
            boolean wantsLogits,
            Optional<Attack> attack,
            Path output)
            implements WorkerRequest {}
}
