package io.github.distillmaven.dataset.synthetic;

import io.github.distillmaven.extension.data.Examples;

/** Multinomial logistic regression on pixels in [0, 1], trained by plain stochastic gradient descent. */
final class LinearModel {

    private final int pixels;
    private final float[][] weights;
    private final float[] biases;

    LinearModel(int pixels, int classes) {
        this.pixels = pixels;
        this.weights = new float[classes][pixels];
        this.biases = new float[classes];
    }

    /** One pass over the images in their order, one step per image. */
    void train(Examples images, double learningRate) {
        for (int image = 0; image < images.size(); image++) {
            float[] input = input(images, image);
            double[] probabilities = probabilities(input);
            for (int label = 0; label < weights.length; label++) {
                double error = probabilities[label] - (label == images.label(image) ? 1 : 0);
                float step = (float) (learningRate * error);
                for (int pixel = 0; pixel < pixels; pixel++) {
                    weights[label][pixel] -= step * input[pixel];
                }
                biases[label] -= step;
            }
        }
    }

    /** Share of right answers. */
    double accuracy(Examples images) {
        int right = 0;
        for (int image = 0; image < images.size(); image++) {
            double[] probabilities = probabilities(input(images, image));
            int best = 0;
            for (int label = 1; label < probabilities.length; label++) {
                best = probabilities[label] > probabilities[best] ? label : best;
            }
            right += best == images.label(image) ? 1 : 0;
        }
        return right / (double) images.size();
    }

    private float[] input(Examples images, int image) {
        float[] input = new float[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            input[pixel] = images.values().at(image * pixels + pixel);
        }
        return input;
    }

    private double[] probabilities(float[] input) {
        double[] exponentials = new double[weights.length];
        double sum = 0;
        for (int label = 0; label < weights.length; label++) {
            float logit = biases[label];
            for (int pixel = 0; pixel < pixels; pixel++) {
                logit += weights[label][pixel] * input[pixel];
            }
            exponentials[label] = Math.exp(logit);
            sum += exponentials[label];
        }
        for (int label = 0; label < exponentials.length; label++) {
            exponentials[label] /= sum;
        }
        return exponentials;
    }
}
