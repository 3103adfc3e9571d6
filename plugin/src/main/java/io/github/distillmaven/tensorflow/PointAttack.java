package io.github.distillmaven.tensorflow;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Choice;

/**
 * Moves points so that their networks err. They are not kept within the unit square, as in the article's figure, whose axes reach
 * from -0.1 to 1.1.
 *
 * @param perturbation how
 */
record PointAttack(Choice perturbation) {

    private static final double REACH = 2.5;

    /**
     * Moves the points of each network.
     *
     * @param originals one batch for each network
     * @param ascent gives where every coordinate has to go: of each batch x and y of each point in turn
     */
    List<PointBatch> move(List<PointBatch> originals, Function<List<PointBatch>, List<float[]>> ascent) {
        String count = perturbation.values().get("attackSteps");
        double reach = Double.parseDouble(perturbation.values().get("epsilon"));
        int steps = count == null ? 1 : Integer.parseInt(count);
        float epsilon = (float) reach;
        float size = count == null ? epsilon : (float) (REACH * reach / steps);
        List<PointBatch> moved = originals;
        for (int step = 0; step < steps; step++) {
            List<float[]> directions = ascent.apply(moved);
            List<PointBatch> from = moved;
            moved = IntStream.range(0, originals.size())
                    .mapToObj(
                            index -> step(originals.get(index), from.get(index), directions.get(index), size, epsilon))
                    .toList();
        }
        return moved;
    }

    private static PointBatch step(PointBatch original, PointBatch from, float[] direction, float size, float epsilon) {
        float[] coordinates = new float[direction.length];
        for (int index = 0; index < coordinates.length; index++) {
            float centre = original.points()[index];
            float stepped = from.points()[index] + size * Math.signum(direction[index]);
            coordinates[index] = Math.max(centre - epsilon, Math.min(centre + epsilon, stepped));
        }
        return new PointBatch(coordinates, original.labels());
    }
}
