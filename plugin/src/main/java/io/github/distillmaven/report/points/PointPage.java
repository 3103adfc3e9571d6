package io.github.distillmaven.report.points;

import java.util.List;

import io.github.distillmaven.report.Answer;
import io.github.distillmaven.report.Caveat;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.Remaking;
import io.github.distillmaven.report.SettingRow;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.figure.Picture;

/**
 * All that the template of a two-dimensional experiment's page prints.
 *
 * @param preset null if none
 * @param seed of the panels
 * @param replicated whether there are several seeds
 * @param panels four, as in the article's figure
 * @param rightOfSeed how many points the student of the panels answers right, in words
 * @param test what the p values are, and of how many comparisons; empty if there are none
 * @param gate what came out of what is expected of the experiment
 * @param baseline what changed since; null if there is none
 * @param labelsChanged what the controls changed, in a sentence; empty if there is nothing to say
 * @param points number of points
 * @param version of the plugin that made the students
 * @param source where the published numbers are from; null if there are none
 */
public record PointPage(
        String experiment,
        String preset,
        long seed,
        boolean replicated,
        Answer answer,
        List<Panel> panels,
        String rightOfSeed,
        Picture histograms,
        List<PointRow> rows,
        String test,
        GateResult gate,
        BaselineComparison baseline,
        String labelsChanged,
        int points,
        String source,
        List<Caveat> caveats,
        List<SettingRow> settings,
        Remaking remaking,
        String version) {

    /** A panel with its letter and what it shows. */
    public record Panel(String letter, String title, Picture picture) {}
}
