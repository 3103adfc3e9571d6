package io.github.distillmaven.tensorflow.model;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.tensorflow.gpu.CrossEntropy;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A classifier as a function of values, bytes as shares of 255, and the gradient of its loss with respect to them. Normalisation lies inside; the
 * network predicts, so that batch normalisation uses its averages. For use by one thread.
 */
final class Differentiable implements DifferentiableModel {

    private final Session session;
    private final ExampleShape shape;
    private final Moments moments;
    private final Output<TFloat32> values;
    private final Output<TFloat32> logits;
    private final Placeholder<TFloat32> targets;
    private final Placeholder<TFloat32> directions;
    private final Output<TFloat32> gradient;
    private final Output<TFloat32> gradientAlong;
    private final int classes;

    /**
     * Adds the loss and its gradient to the graph of a classifier.
     *
     * @param graph built by {@link Classifier#build}, or loaded from its export
     * @param session that holds the classifier's parameters
     * @param shape of each example
     * @param moments normalisation of the examples
     */
    Differentiable(Graph graph, Session session, ExampleShape shape, Moments moments) {
        this.moments = moments;
        this.session = session;
        this.shape = shape;
        values = graph.operation(ModelInput.in(graph).orElseThrow().values()).output(0);
        logits = graph.operation(Classifier.LOGITS).output(0);
        classes = (int) logits.shape().get(1);
        Ops tf = Ops.create(graph).withSubScope("gradient");
        targets = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, classes)));
        directions = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, classes)));
        Operand<TFloat32> losses = CrossEntropy.ofEach(tf, logits, targets);
        Operand<TFloat32> sum = tf.reduceSum(losses, tf.constant(0));
        gradient = graph.addGradients(sum.asOutput(), new Output<?>[] {values})[0].expect(TFloat32.class);
        Operand<TFloat32> along = tf.reduceSum(tf.math.mul(logits, directions), tf.constant(new int[] {0, 1}));
        gradientAlong = graph.addGradients(along.asOutput(), new Output<?>[] {values})[0].expect(TFloat32.class);
    }

    /** Number of values of one example. */
    int size() {
        return shape.values();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public float[] logits(float[] inputs) {
        try (TFloat32 fed = tensor(inputs);
                FedMoments normalisation = new FedMoments(moments);
                Result result = normalisation
                        .feed(session.runner())
                        .feed(values, fed)
                        .fetch(logits)
                        .run()) {
            return floats(result);
        }
    }

    @Override
    public float[] inputGradient(float[] inputs, float[] distributions) {
        return gradient(inputs, targets, distributions, gradient);
    }

    @Override
    public float[] gain(float[] inputs, int[] labels) {
        return gradient(inputs, directions, Directions.ofGain(logits(inputs), labels, classes), gradientAlong);
    }

    private float[] gradient(
            float[] inputs, Placeholder<TFloat32> perLogit, float[] fedPerLogit, Output<TFloat32> wanted) {
        Shape shapeOfLogits = Shape.of(inputs.length / size(), classes);
        try (TFloat32 fed = tensor(inputs);
                TFloat32 weights = TFloat32.tensorOf(shapeOfLogits, DataBuffers.of(fedPerLogit, true, false));
                FedMoments normalisation = new FedMoments(moments);
                Result result = normalisation
                        .feed(session.runner())
                        .feed(values, fed)
                        .feed(perLogit, weights)
                        .fetch(wanted)
                        .run()) {
            return floats(result);
        }
    }

    private TFloat32 tensor(float[] examples) {
        if (examples.length % size() != 0) {
            throw new IllegalArgumentException(examples.length + " values are not examples of " + shape);
        }
        return TFloat32.tensorOf(BatchShape.of(examples.length / size(), shape), DataBuffers.of(examples, true, false));
    }

    private static float[] floats(Result result) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] floats = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(floats);
        return floats;
    }
}
