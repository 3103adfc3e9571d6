package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;

/**
 * Means and deviations of images.
 *
 * @param mean one for each channel, or for each place of an image
 * @param deviation of the whole population, as many
 */
record ImageMoments(double[] mean, double[] deviation) {

    /** Those of each channel, over all pixels of all images. */
    static ImageMoments ofChannels(Examples images) {
        return of(images, images.shape().channels());
    }

    /** Those of each place, over all images. */
    static ImageMoments ofPlaces(Examples images) {
        return of(images, images.shape().values());
    }

    /** @param period values whose places differ by it are taken together */
    private static ImageMoments of(Examples images, int period) {
        Values values = images.values();
        double each = values.count() / (double) period;
        double[] mean = new double[period];
        for (int index = 0; index < values.count(); index++) {
            mean[index % period] += values.at(index) / each;
        }
        double[] deviation = new double[period];
        for (int index = 0; index < values.count(); index++) {
            double distance = values.at(index) - mean[index % period];
            deviation[index % period] += distance * distance / each;
        }
        for (int index = 0; index < period; index++) {
            deviation[index] = Math.sqrt(deviation[index]);
        }
        return new ImageMoments(mean, deviation);
    }
}
