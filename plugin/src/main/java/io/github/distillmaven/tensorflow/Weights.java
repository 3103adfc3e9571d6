package io.github.distillmaven.tensorflow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * The values of all parameters of a model.
 *
 * @param values one array per {@link Parameter}, in their order, each row-major
 */
record Weights(List<float[]> values) {

    Weights {
        values = List.copyOf(values);
    }

    /**
     * Draws initial values, uniform in +-1/sqrt(fan-in) for weights and biases alike: the default of PyTorch as of 2019, in
     * which the recipes that we follow were written. Drawn here and not in TensorFlow, they are the same on every runtime.
     */
    static Weights draw(List<Parameter> parameters, UniformRandomProvider random) {
        List<float[]> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            float bound = (float) (1 / Math.sqrt(parameter.fanIn()));
            float[] drawn =
                    new float[Math.toIntExact(parameter.variable().shape().size())];
            for (int index = 0; index < drawn.length; index++) {
                drawn[index] = random.nextFloat(-bound, bound);
            }
            values.add(drawn);
        }
        return new Weights(values);
    }

    /** The current values of a session's parameters. */
    static Weights read(Session session, List<Parameter> parameters) {
        Session.Runner runner = session.runner();
        parameters.forEach(parameter -> runner.fetch(parameter.variable()));
        List<float[]> values = new ArrayList<>();
        try (Result result = runner.run()) {
            for (int index = 0; index < parameters.size(); index++) {
                TFloat32 tensor = (TFloat32) result.get(index);
                float[] read = new float[Math.toIntExact(tensor.size())];
                tensor.asRawTensor().data().asFloats().read(read);
                values.add(read);
            }
        }
        return new Weights(values);
    }

    /** Sets a session's parameters to these values. */
    void assign(Session session, List<Parameter> parameters) {
        for (int index = 0; index < parameters.size(); index++) {
            Parameter parameter = parameters.get(index);
            try (TFloat32 value =
                    TFloat32.tensorOf(parameter.variable().shape(), DataBuffers.of(values.get(index), true, false))) {
                session.runner()
                        .feed(parameter.value(), value)
                        .addTarget(parameter.assign())
                        .run()
                        .close();
            }
        }
    }

    /** Number of values. */
    long count() {
        return values.stream().mapToLong(array -> array.length).sum();
    }

    /** Whether no value is infinite or not a number. */
    boolean finite() {
        for (float[] array : values) {
            for (float value : array) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** SHA-256, in hex, of all values as little-endian floats. */
    String sha256() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java runtime has SHA-256", impossible);
        }
        for (float[] array : values) {
            ByteBuffer bytes = ByteBuffer.allocate(array.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(array);
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
