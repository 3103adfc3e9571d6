package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;

/**
 * What a report is to be about.
 *
 * @param experiment its name
 * @param preset the preset it started from; null if none
 * @param seed of its one replicate
 * @param settings all of them, in the order in which they are to be printed
 * @param published what its source printed; null if nothing
 * @param teacherData the data set the teacher was trained on and both models are tested on
 * @param inputs the data set whose training images were labelled; may be the teacher's
 * @param folder {@code target/distill/<experiment>}, with what the steps wrote
 */
public record ReportRequest(
        String experiment,
        String preset,
        long seed,
        List<SettingValue> settings,
        Published published,
        DatasetSpec teacherData,
        DatasetSpec inputs,
        Path folder) {

    public ReportRequest {
        settings = List.copyOf(settings);
    }

    /** Whether the inputs have a true label in the teacher's task. */
    boolean sameTask() {
        return inputs.name().equals(teacherData.name());
    }

    /** Accuracy of guessing uniformly among the teacher's classes, in (0, 1]. */
    double chance() {
        return 1.0 / teacherData.classNames().size();
    }
}
