package io.github.distillmaven.results;

import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.metrics.Proportion;

/**
 * The numbers of one teacher.
 *
 * @param trainAccuracy on its own training set, in [0, 1]
 * @param test its right answers on the test set
 * @param macroRecall mean recall of the classes on the test set, in [0, 1]; NaN without test images
 */
public record TeacherNumbers(double trainAccuracy, Proportion test, double macroRecall) {

    static TeacherNumbers of(ModelRun run, int classes) {
        ConfusionMatrix confusion = ConfusionMatrix.of(run.predictions(), classes);
        return new TeacherNumbers(run.result().trainAccuracy(), confusion.accuracy(), confusion.macroRecall());
    }
}
