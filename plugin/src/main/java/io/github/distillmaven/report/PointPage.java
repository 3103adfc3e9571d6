package io.github.distillmaven.report;

import java.util.List;

/**
 * All that the template of a two-dimensional experiment's page prints.
 *
 * @param preset null if none
 * @param seed of the panels
 * @param panels four, as in the article's figure
 * @param rightOfSeed how many points the student of the panels answers right, in words
 * @param points number of points
 * @param source where the published numbers are from; null if there are none
 */
record PointPage(
        String experiment,
        String preset,
        long seed,
        Answer answer,
        List<Panel> panels,
        String rightOfSeed,
        Picture histograms,
        List<PointRow> rows,
        int points,
        String source,
        List<Caveat> caveats,
        List<SettingRow> settings,
        Provenance provenance) {

    /** A panel with its letter and what it shows. */
    record Panel(String letter, String title, Picture picture) {}
}
