package io.github.distillmaven.report;

import java.util.List;

/**
 * All that the template of an experiment's page prints.
 *
 * @param preset null if none
 * @param teacherTitle title of the data set that both models are tested on
 * @param inputsTitle title of the data set whose images the student saw
 * @param source where the published numbers are from; null if there are none
 */
record ExperimentPage(
        String experiment,
        String preset,
        long seed,
        String teacherTitle,
        String inputsTitle,
        String source,
        Answer answer,
        Picture accuracies,
        List<ResultRow> results,
        List<Sample> transferSamples,
        List<Sample> testSamples,
        Picture givenLabels,
        Picture ownLabels,
        ConfusionTable confusion,
        Picture teacherCurves,
        Picture studentCurves,
        List<Caveat> caveats,
        List<SettingRow> settings,
        Provenance provenance) {}
