package io.github.distillmaven.tensorflow.graph;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;

/**
 * The values of a list of variables, as TensorFlow holds them. They pass through the Java heap in small pieces alone, so
 * that a large model needs no large heap. Valid until the session's next step, which may write to the same memory.
 */
public final class VariableValues implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final Result result;
    private final List<StateVariable> variables;
    private final float[] piece = new float[PIECE];

    private VariableValues(Result result, List<StateVariable> variables) {
        this.result = result;
        this.variables = variables;
    }

    /** The current values of a session's variables. */
    public static VariableValues read(Session session, List<StateVariable> variables) {
        Session.Runner runner = session.runner();
        variables.forEach(variable -> runner.fetch(variable.variable()));
        return new VariableValues(runner.run(), variables);
    }

    /** The values of one variable, row-major. */
    public float[] of(int index) {
        float[] values = new float[Math.toIntExact(variables.get(index).size())];
        data(index).read(values);
        return values;
    }

    /** Whether no value is infinite or not a number. */
    public boolean finite() {
        for (int index = 0; index < variables.size(); index++) {
            FloatDataBuffer data = data(index);
            for (long from = 0; from < data.size(); from += PIECE) {
                int length = pieceAt(from, data.size());
                data.offset(from).read(piece, 0, length);
                if (!finite(length)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean finite(int length) {
        for (int index = 0; index < length; index++) {
            if (!Float.isFinite(piece[index])) {
                return false;
            }
        }
        return true;
    }

    /** Writes the number of variables, their sizes, and their values as little-endian floats. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(variables.size());
        for (StateVariable variable : variables) {
            out.writeLong(variable.size());
        }
        ByteBuffer bytes = buffer();
        for (int index = 0; index < variables.size(); index++) {
            FloatDataBuffer data = data(index);
            for (long from = 0; from < data.size(); from += PIECE) {
                int length = pieceAt(from, data.size());
                data.offset(from).read(piece, 0, length);
                bytes.asFloatBuffer().put(piece, 0, length);
                out.write(bytes.array(), 0, length * Float.BYTES);
            }
        }
    }

    /**
     * Sets a session's variables to what {@link #write} wrote.
     *
     * @throws IOException if they are not as many, or of other sizes, or if reading fails; no variable is set then
     */
    public static void restore(DataInputStream in, Session session, List<StateVariable> variables) throws IOException {
        requireSizes(in, variables);
        ByteBuffer bytes = buffer();
        float[] piece = new float[PIECE];
        try (NewValues restored = new NewValues(session)) {
            for (StateVariable variable : variables) {
                TFloat32 values = TFloat32.tensorOf(variable.variable().shape());
                restored.add(variable, values);
                FloatDataBuffer data = values.asRawTensor().data().asFloats();
                for (long from = 0; from < data.size(); from += PIECE) {
                    int length = pieceAt(from, data.size());
                    in.readFully(bytes.array(), 0, length * Float.BYTES);
                    bytes.asFloatBuffer().get(piece, 0, length);
                    data.offset(from).write(piece, 0, length);
                }
            }
            restored.set();
        }
    }

    private static void requireSizes(DataInputStream in, List<StateVariable> variables) throws IOException {
        int count = in.readInt();
        if (count != variables.size()) {
            throw new IOException("it holds %s variables, but the training has %s".formatted(count, variables.size()));
        }
        for (int index = 0; index < count; index++) {
            long size = in.readLong();
            if (size != variables.get(index).size()) {
                throw new IOException("its variable %s holds %s values, but that of the training holds %s"
                        .formatted(index + 1, size, variables.get(index).size()));
            }
        }
    }

    @Override
    public void close() {
        result.close();
    }

    private FloatDataBuffer data(int index) {
        return ((TFloat32) result.get(index)).asRawTensor().data().asFloats();
    }

    private static int pieceAt(long from, long size) {
        return (int) Math.min(PIECE, size - from);
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
