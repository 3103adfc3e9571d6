package io.github.distillmaven.tensorflow.given;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * Tries a model on a few images before it is used: what it answers must be finite, have a number for each class, and be the same twice.
 *
 * @param images a few, one at least
 */
public record DryRun(Examples images) {

    /** How many images say enough. */
    public static final int IMAGES = 32;

    /** By how much the same number may differ, where a processor adds in another order. */
    private static final double SAME = 1e-4;

    private static final double WHOLE = 1e-3;

    /** Describes the model in its folder; what it is asked from then on is decided here. */
    public void describe(Path folder, GivenModel.Description description) throws IOException, WorkerFailure {
        try (GivenModel model = GivenModel.load(folder, description)) {
            float[] first = model.numbers(images.values(), 0, images.size());
            float[] second = model.numbers(images.values(), 0, images.size());
            for (int index = 0; index < first.length; index++) {
                if (Math.abs(first[index] - second[index]) > SAME * Math.max(1, Math.abs(first[index]))) {
                    throw new Unfit(description.place())
                            .because(
                                    "answers the same image with %s and then with %s"
                                            .formatted(first[index], second[index]),
                                    "export it for inference, without anything random such as dropout");
                }
            }
            GivenModel.describe(
                    folder,
                    areProbabilities(first, description.classes()) ? description.ofProbabilities() : description);
        }
    }

    /** Whether each row is of numbers from 0 on whose sum is 1. */
    private static boolean areProbabilities(float[] numbers, int classes) {
        for (int from = 0; from < numbers.length; from += classes) {
            double sum = 0;
            for (int index = from; index < from + classes; index++) {
                if (numbers[index] < 0) {
                    return false;
                }
                sum += numbers[index];
            }
            if (Math.abs(sum - 1) > WHOLE) {
                return false;
            }
        }
        return true;
    }
}
