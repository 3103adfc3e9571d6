package io.github.distillmaven.experiment;

import io.github.distillmaven.extension.option.Choice;

/**
 * How weights follow gradients.
 *
 * @param algorithm the update rule
 * @param learningRate step size at the start of training, above 0
 * @param momentum heavy-ball momentum in [0, 1); used by {@link Algorithm#SGD} alone
 * @param weightDecay L2 coefficient added to the gradient of every weight and bias (as PyTorch's optimizers do), at
 *     least 0
 * @param schedule how the learning rate moves over the steps, with its options
 * @param clipNorm the largest norm that all gradients have together, before the weight decay is added; 0 for any
 */
public record Optimizer(
        Algorithm algorithm,
        double learningRate,
        double momentum,
        double weightDecay,
        Choice schedule,
        double clipNorm) {

    /** Update rules. */
    public enum Algorithm {
        /** Stochastic gradient descent: v = momentum * v + g; w = w - rate * v. */
        SGD,
        /** Adam (Kingma and Ba 2015) with beta1 0.9, beta2 0.999, epsilon 1e-8. */
        ADAM,
        /** No steps: the linear model whose logits are nearest to given ones, of equals the one with the smallest weights. */
        LEAST_SQUARES,
        /**
         * No steps: the linear model that separates given classes with the largest margin, to which gradient descent on the cross
         * entropy tends (Soudry et al. 2018).
         */
        LARGEST_MARGIN;

        /** Whether it solves for the weights of a linear model, without steps. */
        public boolean solves() {
            return this == LEAST_SQUARES || this == LARGEST_MARGIN;
        }
    }
}
