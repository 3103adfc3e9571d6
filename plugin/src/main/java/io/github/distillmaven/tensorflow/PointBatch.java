package io.github.distillmaven.tensorflow;

import java.util.List;

import io.github.distillmaven.dataset.points.LabelledPoint;

/**
 * What one network is trained on or asked.
 *
 * @param points x and y of each in turn
 * @param labels 0 or 1
 */
record PointBatch(float[] points, int[] labels) {

    static PointBatch of(List<LabelledPoint> set) {
        PointBatch batch = new PointBatch(new float[2 * set.size()], new int[set.size()]);
        for (int index = 0; index < set.size(); index++) {
            batch.set(
                    index,
                    set.get(index).x(),
                    set.get(index).y(),
                    set.get(index).label());
        }
        return batch;
    }

    /** As many points, all zero: what fills the place of a network that is not needed. */
    static PointBatch nothing(int size) {
        return new PointBatch(new float[2 * size], new int[size]);
    }

    int size() {
        return labels.length;
    }

    private void set(int index, float x, float y, int label) {
        points[2 * index] = x;
        points[2 * index + 1] = y;
        labels[index] = label;
    }
}
