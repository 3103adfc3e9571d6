package io.github.distillmaven.tensorflow.given;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * Models made with nothing but TensorFlow, as somebody else would. Of the toy images, which are 16x16, they count the pixels above 200 in the row
 * of each class: their answers are right if they see values from 0 to 255.
 */
public final class ForeignModels {

    static final int SIDE = 16;
    static final int CLASSES = 4;

    private ForeignModels() {}

    /** The outputs of a signature, made of its input. */
    @FunctionalInterface
    public interface Outputs<T extends TNumber>
            extends BiFunction<Ops, Placeholder<T>, Map<String, Operand<? extends TType>>> {}

    /**
     * A model with the signature {@code score}, which takes {@code pixels} of [n, 16, 16] from 0 to 255 and answers {@code points} of
     * [n, 4] and {@code brightness} of [n].
     */
    public static Path counting(Path folder) throws IOException {
        return write(
                folder,
                TFloat32.class,
                Shape.of(-1, SIDE, SIDE),
                List.of("score"),
                (tf, pixels) -> Map.of(
                        "points", counts(tf, pixels), "brightness", tf.math.mean(flat(tf, pixels), tf.constant(1))));
    }

    /** Bright pixels in the row of each class, of images whose values are from 0 to 255. */
    public static Operand<TFloat32> counts(Ops tf, Operand<? extends TNumber> pixels) {
        Operand<TFloat32> bright = tf.nn.relu(tf.math.sub(flat(tf, pixels), tf.constant(200f)));
        return tf.linalg.matMul(tf.math.div(bright, tf.constant(50f)), weights(tf));
    }

    private static Operand<TFloat32> flat(Ops tf, Operand<? extends TNumber> pixels) {
        return tf.reshape(tf.dtypes.cast(pixels, TFloat32.class), tf.constant(new int[] {-1, SIDE * SIDE}));
    }

    /** A variable, as every trained model has them. */
    private static Operand<TFloat32> weights(Ops tf) {
        float[][] rows = new float[SIDE * SIDE][CLASSES];
        for (int label = 0; label < CLASSES; label++) {
            int row = (2 * label + 1) * SIDE / (2 * CLASSES);
            for (int column = 0; column < SIDE; column++) {
                rows[row * SIDE + column][label] = 1;
            }
        }
        return tf.variable(tf.constant(rows));
    }

    /** Writes a model with a few signatures that do the same. */
    public static <T extends TNumber> Path write(
            Path folder, Class<T> type, Shape shape, List<String> signatures, Outputs<T> outputs) throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Placeholder<T> input = tf.placeholder(type, Placeholder.shape(shape));
            Map<String, Operand<? extends TType>> all = outputs.apply(tf, input);
            session.initialize();
            SavedModelBundle.Exporter exporter =
                    SavedModelBundle.exporter(folder.toString()).withSession(session);
            for (String key : signatures) {
                Signature.Builder signature = Signature.builder(key).input("pixels", input);
                all.forEach(signature::output);
                exporter.withSignature(signature.build());
            }
            exporter.export();
        }
        return folder;
    }
}
