package io.github.distillmaven.tensorflow;

import java.util.Collections;
import java.util.List;

import io.github.distillmaven.dataset.points.DecisionSurface;

/** Asks the first of several networks at every point of a grid. */
final class PointSurface {

    private PointSurface() {}

    static DecisionSurface of(PointNetworks networks) {
        int side = DecisionSurface.SIDE;
        int[] classes = new int[side * side];
        float[] confidences = new float[side * side];
        for (int row = 0; row < side; row++) {
            PointBatch line = PointBatch.nothing(side);
            for (int column = 0; column < side; column++) {
                line.points()[2 * column] = DecisionSurface.coordinate(column);
                line.points()[2 * column + 1] = DecisionSurface.coordinate(row);
            }
            List<PointBatch> batches = Collections.nCopies(networks.size(), line);
            float[] logits = networks.logits(batches).get(0);
            for (int column = 0; column < side; column++) {
                PointAnswer answer = PointAnswer.of(logits, column);
                classes[row * side + column] = answer.predicted();
                confidences[row * side + column] = answer.confidence();
            }
        }
        return new DecisionSurface(classes, confidences);
    }
}
