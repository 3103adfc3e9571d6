package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.format.NpyFile;
import io.github.distillmaven.metrics.ModelAnswers;

/**
 * Where a training writes what its model answers: {@code predictions.csv} and {@code logits.npy} on the test set, {@code
 * evaluations/<name>.csv} and {@code .npy} on another. Logits are float32, [n, classes].
 *
 * @param output folder of the training
 * @param classes number of logits of an answer
 */
public record AnswerFiles(Path output, int classes) {

    /** Writes what it answers on the test set. */
    public void writeTest(ModelAnswers answers) throws IOException {
        write(answers, output.resolve("predictions.csv"), output.resolve("logits.npy"));
    }

    /** Writes what it answers on another set, with the logits if there are any. */
    public void write(String set, ModelAnswers answers) throws IOException {
        Path folder = Files.createDirectories(output.resolve("evaluations"));
        write(answers, folder.resolve(set + ".csv"), folder.resolve(set + ".npy"));
    }

    private void write(ModelAnswers answers, Path predictions, Path logits) throws IOException {
        answers.predictions().write(predictions);
        if (answers.logits().isPresent()) {
            NpyFile.of(List.of(answers.size(), classes), answers.logits().get()).write(logits);
        }
    }
}
