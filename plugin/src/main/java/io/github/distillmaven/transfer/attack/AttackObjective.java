package io.github.distillmaven.transfer.attack;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;

/**
 * What an attack drives up: how near the model is to the aim, and how near the further models of the aim are to the labels. With targets
 * t, true labels y, the model f0 and further ones fi it is minus what P. Nakkiran, A Discussion of 'Adversarial Examples Are Not Bugs, They
 * Are Features': Adversarial Examples are Just Bugs, Too, Distill 2019, drives down: CE(f0, t) + lambda * sum of CE(fi, y).
 *
 * @param model that will label the inputs
 * @param lambda weight of each further model, at least 0
 */
record AttackObjective(DifferentiableModel model, Perturbation.Aim aim, double lambda) {

    /**
     * The direction in which it grows.
     *
     * @return of the size of the inputs
     */
    float[] slope(float[] inputs) {
        float[] slope = aim.slope(model, inputs);
        for (DifferentiableModel other : aim.ensemble()) {
            float[] own = aim.towardLabels().slope(other, inputs);
            for (int index = 0; index < slope.length; index++) {
                slope[index] = (float) (slope[index] + lambda * own[index]);
            }
        }
        return slope;
    }

    /** Its value for each input. */
    double[] nearness(float[] inputs) {
        double[] nearness = aim.nearness(model, inputs);
        for (DifferentiableModel other : aim.ensemble()) {
            double[] own = aim.towardLabels().nearness(other, inputs);
            for (int index = 0; index < nearness.length; index++) {
                nearness[index] += lambda * own[index];
            }
        }
        return nearness;
    }
}
