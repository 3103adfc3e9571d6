package io.github.distillmaven.tensorflow;

import io.github.distillmaven.extension.ExampleShape;
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
final class Differentiable {

    private final Session session;
    private final ExampleShape shape;
    private final Output<TFloat32> values;
    private final Output<TFloat32> logits;
    private final Placeholder<TFloat32> targets;
    private final Output<TFloat32> gradient;
    private final int classes;

    /**
     * Adds the loss and its gradient to the graph of a classifier.
     *
     * @param graph built by {@link Classifier#build}, or loaded from its export
     * @param session that holds the classifier's parameters
     * @param shape of each example
     */
    Differentiable(Graph graph, Session session, ExampleShape shape) {
        this.session = session;
        this.shape = shape;
        values = graph.operation(ModelInput.in(graph).orElseThrow().values()).output(0);
        logits = graph.operation(Classifier.LOGITS).output(0);
        classes = (int) logits.shape().get(1);
        Ops tf = Ops.create(graph).withSubScope("gradient");
        targets = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, classes)));
        Operand<TFloat32> losses =
                tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss();
        Operand<TFloat32> sum = tf.reduceSum(losses, tf.constant(0));
        gradient = graph.addGradients(sum.asOutput(), new Output<?>[] {values})[0].expect(TFloat32.class);
    }

    /** Number of values of one example. */
    int size() {
        return shape.values();
    }

    /** Number of classes. */
    int classes() {
        return classes;
    }

    /**
     * The logits of examples.
     *
     * @param examples [n, ...], one after the other
     * @return [n, classes]
     */
    float[] logits(float[] examples) {
        try (TFloat32 fed = tensor(examples);
                Result result = session.runner().feed(values, fed).fetch(logits).run()) {
            return floats(result);
        }
    }

    /**
     * The gradient of the cross entropy between targets and answers with respect to every value. That of one example does not depend
     * on the others.
     *
     * @param examples [n, ...], one after the other
     * @param distributions [n, classes], the targets: each at least 0, the sum of each example 1
     * @return of the size of the examples
     */
    float[] inputGradient(float[] examples, float[] distributions) {
        Shape shapeOfTargets = Shape.of(examples.length / size(), classes);
        try (TFloat32 fed = tensor(examples);
                TFloat32 fedTargets = TFloat32.tensorOf(shapeOfTargets, DataBuffers.of(distributions, true, false));
                Result result = session.runner()
                        .feed(values, fed)
                        .feed(targets, fedTargets)
                        .fetch(gradient)
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
