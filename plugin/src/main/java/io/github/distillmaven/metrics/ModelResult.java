package io.github.distillmaven.metrics;

/**
 * What a training came to: the content of {@code result.json} in the folder of a teacher or a student.
 *
 * @param examples number of training examples
 * @param trainAccuracy share of them that the finished model answers with the label it was given, in inference mode
 * @param testExamples number of test images
 * @param testAccuracy share of them answered with the true label
 * @param parameters number of trained weights and biases
 * @param initialWeights SHA-256, in hex, of the weights before the first step
 * @param finalWeights SHA-256, in hex, of the weights after the last step
 */
public record ModelResult(
        int examples,
        double trainAccuracy,
        int testExamples,
        double testAccuracy,
        long parameters,
        String initialWeights,
        String finalWeights) {}
