package io.github.distillmaven.worker;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.extension.Choice;

/**
 * What a worker of the two-dimensional experiment is asked to do, for all seeds in one process. What comes out for a seed does not
 * depend on the other seeds.
 */
public sealed interface PointRequest extends WorkerRequest {

    /** Name of the file with the weights of teachers or students: NumPy's format, one row for each seed. */
    String WEIGHTS = "weights.npy";

    /** Seeds of the replicates, at least one. The decision surface is that of the first. */
    List<Long> seeds();

    /** How many groups of seeds are computed at the same time, at least 1. Changes no result. */
    int threads();

    /**
     * Draw points and train a teacher on them, with other points until it learns all of them. Writes {@code points.csv}, {@code
     * weights.npy}, {@code surface.csv} and {@code result.json}.
     *
     * @param seeds see {@link #seeds()}
     * @param training how
     * @param threads see {@link #threads()}
     * @param output see {@link #output()}
     */
    record Teachers(List<Long> seeds, Training training, int threads, Path output) implements PointRequest {}

    /**
     * Move the points of each seed by an attack on its teacher, and let that label them. Writes {@code transfer.csv} and {@code
     * result.json}.
     *
     * @param seeds see {@link #seeds()}
     * @param training of the teachers
     * @param perturbation how the points are moved
     * @param teachers folder that {@link Teachers} wrote
     * @param threads see {@link #threads()}
     * @param output see {@link #output()}
     */
    record Transfers(List<Long> seeds, Training training, Choice perturbation, Path teachers, int threads, Path output)
            implements PointRequest {}

    /**
     * Train students on the points whose label changed, and test them on the original points. Writes {@code predictions.csv},
     * {@code weights.npy} (without the controls), {@code surface.csv} and {@code result.json}.
     *
     * @param seeds see {@link #seeds()}
     * @param training how
     * @param controls further students of every seed
     * @param teachers folder that {@link Teachers} wrote
     * @param transfers folder that {@link Transfers} wrote
     * @param threads see {@link #threads()}
     * @param output see {@link #output()}
     */
    record Students(
            List<Long> seeds,
            Training training,
            List<String> controls,
            Path teachers,
            Path transfers,
            int threads,
            Path output)
            implements PointRequest {}
}
