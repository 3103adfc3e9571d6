package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.transfer.TransferInputs;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import org.jspecify.annotations.Nullable;

/**
 * What a report is to be about.
 *
 * @param experiment its name
 * @param preset the preset it started from; null if none
 * @param replicates at least one; the page shows images, curves, settings and provenance of the first
 * @param controls further students of every replicate, in the order in which they are to be printed
 * @param evaluationSets ids of the sets on which all models are evaluated, the test set first
 * @param setup what these sets depend on
 * @param settings all of them, in the order in which they are to be printed
 * @param lists what the user wrote of students and data sets, of which there may be many: texts by path
 * @param published what its source printed; null if nothing
 * @param teacherData the data set the teacher was trained on and all models are tested on; where it is drawn, on what the teacher learnt
 * @param inputs the data set whose training images were labelled; may be the teacher's
 * @param perturbation how the inputs were moved before they were labelled
 * @param originals of the first replicate, what they were before that
 * @param folder {@code target/distill/<experiment>}; the report is written there
 * @param data folder of the data sets, unless they are drawn
 * @param occasion why it is written
 */
public record ReportRequest(
        String experiment,
        @Nullable String preset,
        List<ReplicateFolder> replicates,
        Collection<ExperimentArm> controls,
        List<String> evaluationSets,
        EvaluationSet.Setup setup,
        List<SettingValue> settings,
        Map<String, String> lists,
        @Nullable Published published,
        DatasetSpec teacherData,
        DatasetSpec inputs,
        Choice perturbation,
        TransferInputs originals,
        Path folder,
        Path data,
        Occasion occasion) {

    /** @throws IllegalArgumentException if there is no replicate */
    public ReportRequest {
        if (replicates.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one replicate");
        }
        replicates = List.copyOf(replicates);
        controls = List.copyOf(controls);
        evaluationSets = List.copyOf(evaluationSets);
        settings = List.copyOf(settings);
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /** Of the replicates, at least one; the page shows the first whole. */
    public List<Long> seeds() {
        return replicates.stream().map(ReplicateFolder::seed).toList();
    }

    /** Seed of the first replicate. */
    public long seed() {
        return replicates.get(0).seed();
    }

    /** Whether there are several replicates. */
    public boolean replicated() {
        return replicates.size() > 1;
    }

    /** Whether there is more to tell than one run. */
    public boolean compares() {
        return replicated() || !controls.isEmpty();
    }

    /**
     * Reads what the steps left behind.
     *
     * @throws IOException if a file is missing or damaged; the message names it and the goal that makes it
     */
    public Evidence read() throws IOException {
        return new ExperimentFolder(this).read();
    }

    /** Whether the teacher is a model of the user's own, which all replicates share. */
    public boolean givenTeacher() {
        return settings.stream().anyMatch(setting -> setting.path().equals(OwnModel.SETTING));
    }

    /** Whether an arm's teacher was asked about the images that the treatment's was, or the same noise, moved or not. */
    boolean sharesInputs(ExperimentArm arm) {
        Set<String> decisive = Stream.concat(
                        Stream.of("inputs", "noise"),
                        Components.load(Noise.class).all().stream()
                                .flatMap(noise -> noise.options().stream())
                                .map(Option::name))
                .map(name -> "transfer." + name)
                .collect(Collectors.toSet());
        return arm.settings().stream()
                .filter(own -> decisive.contains(own.path()))
                .allMatch(own -> settings.stream()
                        .filter(other -> other.path().equals(own.path()))
                        .allMatch(other -> other.value().equals(own.value())));
    }

    /** Whether the inputs have a true label in the teacher's task. */
    boolean sameTask() {
        return inputs.name().equals(teacherData.name());
    }
}
