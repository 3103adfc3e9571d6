package io.github.distillmaven.dataset.points;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Choice;
import io.github.distillmaven.extension.Examples;

/** Draws the points of a seed as {@link RandomPoints} does. */
public final class PointSampler {

    /**
     * Draws a set.
     *
     * @param seeds of the replicate
     * @param attempt from 1; each gives another set
     */
    public List<LabelledPoint> draw(Seeds seeds, int attempt) {
        RandomPoints source = new RandomPoints();
        Examples drawn = source.draw(seeds::stream, attempt, Choice.of(source.id()));
        List<LabelledPoint> points = new ArrayList<>();
        for (int index = 0; index < drawn.size(); index++) {
            points.add(new LabelledPoint(
                    drawn.values().at(2 * index), drawn.values().at(2 * index + 1), drawn.label(index)));
        }
        return points;
    }
}
