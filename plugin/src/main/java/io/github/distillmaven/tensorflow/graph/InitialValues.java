package io.github.distillmaven.tensorflow.graph;

import java.util.Arrays;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What a parameter begins with. */
public interface InitialValues {

    /** Gives so many values; draws from the stream what is not the same for all. */
    float[] draw(int count, UniformRandomProvider random);

    /**
     * Uniform in +-1/sqrt(fan-in), for weights and biases alike: the default of PyTorch as of 2019, in which the recipes that
     * we follow were written.
     *
     * @param fanIn number of inputs that each unit of the layer sums
     */
    record Uniform(long fanIn) implements InitialValues {

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            float bound = (float) (1 / Math.sqrt(fanIn));
            float[] drawn = new float[count];
            for (int index = 0; index < count; index++) {
                drawn[index] = random.nextFloat(-bound, bound);
            }
            return drawn;
        }
    }

    /**
     * Normal with mean 0 and deviation 1/sqrt(fan-in), for weights and biases alike.
     *
     * @param fanIn number of inputs that each unit of the layer sums
     */
    record Normal(long fanIn) implements InitialValues {

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
            double deviation = 1 / Math.sqrt(fanIn);
            float[] drawn = new float[count];
            for (int index = 0; index < count; index++) {
                drawn[index] = (float) (deviation * normal.sample());
            }
            return drawn;
        }
    }

    /**
     * The same for all.
     *
     * @param value of each
     */
    record Constant(float value) implements InitialValues {

        @Override
        public float[] draw(int count, UniformRandomProvider random) {
            float[] values = new float[count];
            Arrays.fill(values, value);
            return values;
        }
    }
}
