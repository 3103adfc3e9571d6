package io.github.distillmaven.tensorflow;

import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.experiment.Network;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

/**
 * From raw pixels to classes, in a graph. The names of its inputs and outputs are those of the operations and outlive
 * the export.
 *
 * @param images input {@value #IMAGES}: [n, height, width, channels], 0..255
 * @param logits output {@value #LOGITS}: [n, classes]
 * @param classes output {@value #CLASSES}: [n], the most likely class, the lowest one of equals
 * @param probabilities output {@value #PROBABILITIES}: [n, classes], softmax of the logits
 * @param parameters weights and biases, in the order of the layers
 */
record Classifier(
        Placeholder<TUint8> images,
        Operand<TFloat32> logits,
        Operand<TInt64> classes,
        Operand<TFloat32> probabilities,
        List<Parameter> parameters) {

    static final String IMAGES = "images";
    /** May be fed: mean per channel of pixels in [0, 1], [channels]. */
    static final String MEAN = "mean";
    /** May be fed: deviation per channel of pixels in [0, 1], [channels]. */
    static final String DEVIATION = "deviation";

    static final String LOGITS = "logits";
    static final String CLASSES = "classes";
    static final String PROBABILITIES = "probabilities";
    /** Output: [n], the probability of the most likely class. */
    static final String CONFIDENCE = "confidence";

    /**
     * Adds a classifier to a graph.
     *
     * @param moments normalisation that is applied unless another one is fed
     */
    static Classifier build(Ops tf, Network network, ImageShape shape, int classes, Moments moments) {
        Placeholder<TUint8> images = tf.withName(IMAGES)
                .placeholder(
                        TUint8.class, Placeholder.shape(Shape.of(-1, shape.height(), shape.width(), shape.channels())));
        Layers layers = new Layers(tf);
        Operand<TFloat32> logits = tf.withName(LOGITS)
                .identity(Architecture.of(network).logits(layers, normalised(tf, images, moments), classes));
        Operand<TFloat32> probabilities = tf.withName(PROBABILITIES).nn.softmax(logits);
        tf.withName(CONFIDENCE).reduceMax(probabilities, tf.constant(1));
        return new Classifier(
                images,
                logits,
                tf.withName(CLASSES).math.argMax(logits, tf.constant(1)),
                probabilities,
                layers.parameters());
    }

    private static Operand<TFloat32> normalised(Ops tf, Operand<TUint8> images, Moments moments) {
        Shape channels = Shape.of(moments.mean().size());
        Operand<TFloat32> mean =
                tf.withName(MEAN).placeholderWithDefault(tf.constant(floats(moments.mean())), channels);
        Operand<TFloat32> deviation =
                tf.withName(DEVIATION).placeholderWithDefault(tf.constant(floats(moments.deviation())), channels);
        Operand<TFloat32> pixels = tf.math.div(tf.dtypes.cast(images, TFloat32.class), tf.constant(255f));
        return tf.math.div(tf.math.sub(pixels, mean), deviation);
    }

    /** One value per channel, as the graph wants them. */
    static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int channel = 0; channel < floats.length; channel++) {
            floats[channel] = values.get(channel).floatValue();
        }
        return floats;
    }
}
