package io.github.distillmaven.dataset.points;

import java.util.List;

import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/**
 * Points uniform in the unit square, and each label 0 or 1 with equal probability. A point that is closer than {@value #DISTANCE} to an
 * earlier one, in the larger of both coordinates, is drawn again.
 */
@MetaInfServices(DataSource.class)
public final class RandomPoints implements DataSource {

    /** Smallest distance between two points, in the L-infinity norm. */
    public static final float DISTANCE = 0.12f;

    /** The evaluation set of the grid that {@link DecisionSurface} shows, row by row from the lowest y. */
    public static final String PLANE = "plane";

    /** The evaluation set of {@value #FRESH_POINTS} further points of the unit square. */
    public static final String FRESH = "fresh";

    private static final int POINTS = 32;
    private static final int FRESH_POINTS = 1000;
    private static final int MOST_DRAWS = 1_000_000;
    private static final ExampleShape SHAPE = ExampleShape.of(2);

    @Override
    public String id() {
        return "random-points";
    }

    @Override
    public String meaning() {
        return "32 points of the unit square with random labels, others for every seed";
    }

    @Override
    public ExampleShape shape(Choice choice) {
        return SHAPE;
    }

    @Override
    public List<String> classNames(Choice choice) {
        return List.of("red", "blue");
    }

    @Override
    public Examples draw(Choice choice, Streams streams, int attempt) {
        UniformRandomProvider positions = streams.stream("points/positions/" + attempt);
        UniformRandomProvider random = streams.stream("points/labels/" + attempt);
        float[] points = new float[2 * POINTS];
        int[] labels = new int[POINTS];
        int found = 0;
        for (int draws = 0; found < labels.length; draws++) {
            if (draws == MOST_DRAWS) {
                throw new IllegalStateException("no room for another point after " + draws + " draws");
            }
            float x = positions.nextFloat();
            float y = positions.nextFloat();
            if (hasRoom(points, found, x, y)) {
                points[2 * found] = x;
                points[2 * found + 1] = y;
                labels[found] = random.nextInt(2);
                found++;
            }
        }
        return new Examples(SHAPE, new Values.FloatValues(points), new Targets.Classes(labels));
    }

    @Override
    public List<String> evaluationSets() {
        return List.of(PLANE, FRESH);
    }

    @Override
    public boolean isForShow(String name) {
        return name.equals(PLANE);
    }

    @Override
    public Examples evaluationSet(String name, Streams streams) {
        return switch (name) {
            case PLANE -> unlabelled(plane());
            case FRESH -> unlabelled(fresh(streams.stream("points/fresh")));
            default -> DataSource.super.evaluationSet(name, streams);
        };
    }

    private static boolean hasRoom(float[] points, int found, float x, float y) {
        for (int index = 0; index < found; index++) {
            float distance = Math.max(Math.abs(points[2 * index] - x), Math.abs(points[2 * index + 1] - y));
            if (distance < DISTANCE) {
                return false;
            }
        }
        return true;
    }

    private static float[] plane() {
        int side = DecisionSurface.SIDE;
        float[] points = new float[2 * side * side];
        for (int index = 0; index < side * side; index++) {
            points[2 * index] = DecisionSurface.coordinate(index % side);
            points[2 * index + 1] = DecisionSurface.coordinate(index / side);
        }
        return points;
    }

    private static float[] fresh(UniformRandomProvider random) {
        float[] points = new float[2 * FRESH_POINTS];
        for (int index = 0; index < points.length; index++) {
            points[index] = random.nextFloat();
        }
        return points;
    }

    private static Examples unlabelled(float[] points) {
        return new Examples(SHAPE, new Values.FloatValues(points), new Targets.NoTargets());
    }
}
