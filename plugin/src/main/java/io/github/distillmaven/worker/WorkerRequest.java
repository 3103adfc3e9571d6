package io.github.distillmaven.worker;

import java.nio.file.Path;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.Precision;
import io.github.distillmaven.experiment.Training;

/** What a worker is asked to do. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerRequest.Train.class, name = "train"),
    @JsonSubTypes.Type(value = WorkerRequest.Label.class, name = "label"),
    @JsonSubTypes.Type(value = PointRequest.Teachers.class, name = "point-teachers"),
    @JsonSubTypes.Type(value = PointRequest.Transfers.class, name = "point-transfers"),
    @JsonSubTypes.Type(value = PointRequest.Students.class, name = "point-students")
})
public sealed interface WorkerRequest permits WorkerRequest.Train, WorkerRequest.Label, PointRequest {

    /** Where the results are written: an existing, empty folder. */
    Path output();

    /**
     * Train a model, from scratch or from its last checkpoint, and evaluate it. Writes {@code model/} (SavedModel), {@code history.csv},
     * {@code predictions.csv} (of the test set) and {@code result.json}.
     *
     * @param role {@code teacher} or {@code student}: the prefix of the names of its seed streams
     * @param seed the experiment's seed
     * @param classes number of classes, at least 2
     * @param training how
     * @param precision what its training computes with
     * @param examples what it is trained on, with the labels it is to learn
     * @param examplesMoments normalisation of the training images
     * @param test what it is evaluated on, with true labels
     * @param testMoments normalisation of the test images; also what the exported model applies by itself
     * @param output see {@link #output()}
     * @param checkpoints where the training saves itself, and goes on from if it was there before
     */
    record Train(
            String role,
            long seed,
            int classes,
            Training training,
            Precision precision,
            ExampleFiles examples,
            Moments examplesMoments,
            ExampleFiles test,
            Moments testMoments,
            Path output,
            Checkpoints checkpoints)
            implements WorkerRequest {}

    /**
     * Let a trained model predict classes, in inference mode. Writes {@code predictions.csv}.
     *
     * @param model folder of a SavedModel that {@link Train} wrote
     * @param inputs the images, with their true labels
     * @param inputsMoments normalisation of the images, in place of the model's own
     * @param output see {@link #output()}
     */
    record Label(Path model, ExampleFiles inputs, Moments inputsMoments, Path output) implements WorkerRequest {}
}
