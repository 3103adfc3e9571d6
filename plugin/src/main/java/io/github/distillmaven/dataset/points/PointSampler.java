package io.github.distillmaven.dataset.points;

import java.util.ArrayList;
import java.util.List;

import io.github.distillmaven.experiment.KnownDatasets;
import io.github.distillmaven.experiment.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws the points of a seed: uniform in the unit square, and each label 0 or 1 with equal probability. A point that is closer
 * than {@value #DISTANCE} to an earlier one, in the larger of both coordinates, is drawn again.
 */
public final class PointSampler {

    /** Smallest distance between two points, in the L-infinity norm. */
    public static final float DISTANCE = 0.12f;

    private static final int MOST_DRAWS = 1_000_000;

    /**
     * Draws a set.
     *
     * @param seeds of the replicate
     * @param attempt from 1; each gives another set
     */
    public List<LabelledPoint> draw(Seeds seeds, int attempt) {
        UniformRandomProvider positions = seeds.stream("points/positions/" + attempt);
        UniformRandomProvider labels = seeds.stream("points/labels/" + attempt);
        List<LabelledPoint> points = new ArrayList<>();
        for (int draws = 0; points.size() < KnownDatasets.POINTS; draws++) {
            if (draws == MOST_DRAWS) {
                throw new IllegalStateException("no room for another point after " + draws + " draws");
            }
            float x = positions.nextFloat();
            float y = positions.nextFloat();
            if (points.stream().allMatch(point -> distance(point, x, y) >= DISTANCE)) {
                points.add(new LabelledPoint(x, y, labels.nextInt(2)));
            }
        }
        return points;
    }

    private static float distance(LabelledPoint point, float x, float y) {
        return Math.max(Math.abs(point.x() - x), Math.abs(point.y() - y));
    }
}
