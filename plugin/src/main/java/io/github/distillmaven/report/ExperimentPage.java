package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.figure.Picture;

/**
 * All that the template of an experiment's page prints.
 *
 * @param preset null if none
 * @param teacherTitle title of the data set that both models are tested on
 * @param inputsTitle title of the data set whose images the student saw
 * @param replicated whether there are several replicates, of which the page shows the first but for the comparison
 * @param comparison of replicates and controls; null if there is one run alone
 * @param gate what came out of what is expected of the experiment
 * @param baseline what changed since; null if there is none
 * @param teacherErrors the student against the teacher; null if there are too few replicates
 * @param teacherClasses number of classes, of which a chart may show the most frequent; likewise of the inputs
 * @param version of the plugin that made the student
 * @param source where the published numbers are from; null if there are none
 */
public record ExperimentPage(
        String experiment,
        String preset,
        long seed,
        String teacherTitle,
        String inputsTitle,
        String source,
        boolean replicated,
        Comparison comparison,
        GateResult gate,
        BaselineComparison baseline,
        Answer answer,
        Picture accuracies,
        List<ResultRow> results,
        List<Sample> transferSamples,
        List<Sample> testSamples,
        int teacherClasses,
        int inputClasses,
        Picture givenLabels,
        Picture ownLabels,
        ConfusionTable confusion,
        Picture teacherCurves,
        Picture studentCurves,
        Picture teacherErrors,
        List<Caveat> caveats,
        List<SettingRow> settings,
        Remaking remaking,
        String version) {}
