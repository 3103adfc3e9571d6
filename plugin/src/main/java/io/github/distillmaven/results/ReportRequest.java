package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;

/**
 * What a report is to be about.
 *
 * @param experiment its name
 * @param preset the preset it started from; null if none
 * @param replicates at least one; the page shows images, curves, settings and provenance of the first
 * @param controls further students of every replicate, in the order in which they are to be printed
 * @param evaluationSets as {@link Reported#evaluationSets}
 * @param settings all of them, in the order in which they are to be printed
 * @param published what its source printed; null if nothing
 * @param teacherData the data set the teacher was trained on and all models are tested on
 * @param inputs the data set whose training images were labelled; may be the teacher's
 * @param folder {@code target/distill/<experiment>}, with {@code data}; the report is written there
 * @param occasion why it is written
 */
public record ReportRequest(
        String experiment,
        String preset,
        List<ReplicateFolder> replicates,
        Collection<ExperimentArm> controls,
        List<String> evaluationSets,
        List<SettingValue> settings,
        Published published,
        DatasetSpec teacherData,
        DatasetSpec inputs,
        Path folder,
        Occasion occasion)
        implements Reported {

    /** @throws IllegalArgumentException if there is no replicate */
    public ReportRequest {
        if (replicates.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one replicate");
        }
        replicates = List.copyOf(replicates);
        controls = List.copyOf(controls);
        evaluationSets = List.copyOf(evaluationSets);
        settings = List.copyOf(settings);
    }

    @Override
    public List<Long> seeds() {
        return replicates.stream().map(ReplicateFolder::seed).toList();
    }

    @Override
    public ImageEvidence read() throws IOException {
        return new ExperimentFolder(this).read();
    }

    /** Whether the inputs have a true label in the teacher's task. */
    boolean sameTask() {
        return inputs.name().equals(teacherData.name());
    }
}
