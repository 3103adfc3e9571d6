package io.github.distillmaven.tensorflow.model;

import java.util.List;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.run.Precision;
import io.github.distillmaven.tensorflow.graph.Architecture;
import io.github.distillmaven.tensorflow.graph.LayerParameters;
import io.github.distillmaven.tensorflow.graph.Parameter;
import io.github.distillmaven.tensorflow.graph.TensorFlowLayers;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/**
 * From raw values to classes, in a graph, as a prediction computes them. The names of its inputs and outputs are those of the
 * operations and outlive the export.
 *
 * @param architecture of the network
 * @param input {@value #IMAGES} for bytes, 0..255, or {@value #VALUES} for floats: [n, ...]
 * @param normalised what the network gets of them
 * @param logits output {@value #LOGITS}: [n, classes]
 * @param classes output {@value #CLASSES}: [n], the most likely class, the lowest one of equals
 * @param probabilities output {@value #PROBABILITIES}: [n, classes], softmax of the logits
 * @param layerParameters what the network computes with
 */
public record Classifier(
        Architecture architecture,
        Placeholder<?> input,
        Operand<TFloat32> normalised,
        Operand<TFloat32> logits,
        Operand<TInt64> classes,
        Operand<TFloat32> probabilities,
        LayerParameters layerParameters) {

    /** Input of bytes. */
    public static final String IMAGES = "images";

    static final String VALUES = "values";
    /** May be fed: mean per channel of the values, bytes as shares of 255, [channels]. */
    static final String MEAN = "mean";
    /** May be fed: deviation per channel of the values, bytes as shares of 255, [channels]. */
    static final String DEVIATION = "deviation";

    /** May be fed: bytes as shares of 255. TensorFlow named it; a better name would change the bytes of every model. */
    static final String SHARES = "Div";

    static final String LOGITS = "logits";
    /** Output: [n], the most likely class. */
    public static final String CLASSES = "classes";

    static final String PROBABILITIES = "probabilities";
    /** Output: [n], the probability of the most likely class. */
    static final String CONFIDENCE = "confidence";
    /** Output: [n], the least likely class, the lowest one of equals. */
    static final String LEAST_LIKELY = "least_likely";

    /**
     * Adds a classifier to a graph.
     *
     * @param moments normalisation that is applied unless another one is fed
     */
    public static Classifier build(Ops tf, Architecture architecture, ModelInput input, int classes, Moments moments) {
        Ops named = tf.withName(input.name());
        Placeholder.Options batch = Placeholder.shape(BatchShape.of(-1, input.shape()));
        Placeholder<? extends TNumber> values =
                input.bytes() ? named.placeholder(TUint8.class, batch) : named.placeholder(TFloat32.class, batch);
        LayerParameters parameters = new LayerParameters();
        Operand<TFloat32> normalised = normalised(tf, values, moments);
        Operand<TFloat32> logits = tf.withName(LOGITS)
                .identity(architecture.logits(TensorFlowLayers.predicting(tf, parameters), normalised, classes));
        Operand<TFloat32> probabilities = tf.withName(PROBABILITIES).nn.softmax(logits);
        tf.withName(CONFIDENCE).reduceMax(probabilities, tf.constant(1));
        tf.withName(LEAST_LIKELY).math.argMin(logits, tf.constant(1));
        return new Classifier(
                architecture,
                values,
                normalised,
                logits,
                tf.withName(CLASSES).math.argMax(logits, tf.constant(1)),
                probabilities,
                parameters);
    }

    /** All parameters, weights before biases, layer by layer. */
    public List<Parameter> parameters() {
        return layerParameters.all();
    }

    /**
     * Adds the network once more, as it is trained: on the same examples, with the same parameters.
     *
     * @param precision that the session will compute with
     */
    public TrainingPass trainingPass(Ops tf, Precision precision) {
        TensorFlowLayers layers = TensorFlowLayers.training(tf, layerParameters, precision);
        int classes = (int) logits.shape().asArray()[1];
        Operand<TFloat32> trained = architecture.logits(layers, normalised, classes);
        return new TrainingPass(trained, layers.averages(), layers.dropout());
    }

    private static Operand<TFloat32> normalised(Ops tf, Placeholder<? extends TNumber> input, Moments moments) {
        Shape channels = Shape.of(moments.mean().size());
        Operand<TFloat32> mean =
                tf.withName(MEAN).placeholderWithDefault(tf.constant(floats(moments.mean())), channels);
        Operand<TFloat32> deviation =
                tf.withName(DEVIATION).placeholderWithDefault(tf.constant(floats(moments.deviation())), channels);
        return tf.math.div(tf.math.sub(seen(tf, input), mean), deviation);
    }

    /** Bytes become shares of 255. */
    private static Operand<TFloat32> seen(Ops tf, Placeholder<? extends TNumber> input) {
        return input.type() == TFloat32.class
                ? input.asOutput().expect(TFloat32.class)
                : tf.math.div(tf.dtypes.cast(input, TFloat32.class), tf.constant(255f));
    }

    /** One value per channel, as the graph wants them. */
    public static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int channel = 0; channel < floats.length; channel++) {
            floats[channel] = values.get(channel).floatValue();
        }
        return floats;
    }
}
