package io.github.distillmaven.tensorflow.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.disk.Digests;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * The values of all parameters of a model.
 *
 * @param values one array per {@link Parameter}, in their order, each row-major
 */
public record Weights(List<float[]> values) {

    public Weights {
        values = List.copyOf(values);
    }

    /** Draws initial values. Drawn here and not in TensorFlow, they are the same on every runtime. */
    public static Weights draw(List<Parameter> parameters, UniformRandomProvider random) {
        return new Weights(parameters.stream()
                .map(parameter -> parameter
                        .initial()
                        .draw(Math.toIntExact(parameter.state().size()), random))
                .toList());
    }

    /** The current values of a session's parameters. */
    public static Weights read(Session session, List<Parameter> parameters) {
        List<StateVariable> variables =
                parameters.stream().map(Parameter::state).toList();
        try (VariableValues values = VariableValues.read(session, variables)) {
            return new Weights(
                    IntStream.range(0, variables.size()).mapToObj(values::of).toList());
        }
    }

    /** Sets a session's parameters to these values. */
    public void assign(Session session, List<Parameter> parameters) {
        try (NewValues assigned = new NewValues(session)) {
            for (int index = 0; index < parameters.size(); index++) {
                StateVariable variable = parameters.get(index).state();
                assigned.add(
                        variable,
                        TFloat32.tensorOf(variable.variable().shape(), DataBuffers.of(values.get(index), true, false)));
            }
            assigned.set();
        }
    }

    /** Whether no value is infinite or not a number. */
    public boolean finite() {
        for (float[] array : values) {
            for (float value : array) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All values, one array after the other. */
    public float[] row() {
        float[] row = new float[values.stream().mapToInt(array -> array.length).sum()];
        int from = 0;
        for (float[] array : values) {
            System.arraycopy(array, 0, row, from, array.length);
            from += array.length;
        }
        return row;
    }

    /** SHA-256, in hex, of all values as little-endian floats. */
    public String sha256() {
        MessageDigest digest = Digests.begin();
        for (float[] array : values) {
            ByteBuffer bytes = ByteBuffer.allocate(array.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(array);
            digest.update(bytes);
        }
        return Digests.hex(digest);
    }
}
