package io.github.distillmaven.transfer.noise;

import io.github.distillmaven.extension.data.Examples;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws independent normal values with these moments. */
record NormalValues(ImageMoments moments) {

    /** @return as many as the images have */
    float[] draw(Examples images, UniformRandomProvider random) {
        NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        float[] drawn = new float[images.values().count()];
        int period = moments.mean().length;
        for (int index = 0; index < drawn.length; index++) {
            int kind = index % period;
            drawn[index] = (float) (moments.mean()[kind] + moments.deviation()[kind] * normal.sample());
        }
        return drawn;
    }
}
