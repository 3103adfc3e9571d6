package io.github.distillmaven.tensorflow.model;

import java.lang.reflect.Constructor;
import java.util.Arrays;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.github.distillmaven.experiment.run.Precision;
import org.tensorflow.Graph;
import org.tensorflow.Session;

/**
 * Opens the session that a graph is trained in.
 *
 * <p>The generated class of its configuration has different packages in TensorFlow Java 0.5.0 and 1.1.0, so it is found as the
 * type that {@link Session} takes. Its fields are the numbers in TensorFlow's {@code config.proto} and {@code
 * rewriter_config.proto}.
 */
public final class TrainingSession {

    private static final int GRAPH_OPTIONS = 10;
    private static final int REWRITE_OPTIONS = 10;
    private static final int AUTO_MIXED_PRECISION_ONEDNN_BFLOAT16 = 31;
    private static final long ON = 1;
    private static final int INTER_OP_PARALLELISM_THREADS = 5;
    private static final long NONE = -1;

    private TrainingSession() {}

    /** Opens a session on a graph. The caller closes it. */
    public static Session open(Graph graph, Precision precision) {
        return switch (precision) {
            case FLOAT32 -> new Session(graph);
            case BFLOAT16 -> open(graph, mixedPrecision());
        };
    }

    /** Runs operations in the thread that asks for them, one after the other. */
    public static Session inOwnThread(Graph graph) {
        UnknownFieldSet threads = UnknownFieldSet.newBuilder()
                .addField(
                        INTER_OP_PARALLELISM_THREADS,
                        UnknownFieldSet.Field.newBuilder().addVarint(NONE).build())
                .build();
        return open(graph, threads.toByteString());
    }

    private static ByteString mixedPrecision() {
        UnknownFieldSet rewriter = UnknownFieldSet.newBuilder()
                .addField(
                        AUTO_MIXED_PRECISION_ONEDNN_BFLOAT16,
                        UnknownFieldSet.Field.newBuilder().addVarint(ON).build())
                .build();
        return message(GRAPH_OPTIONS, message(REWRITE_OPTIONS, rewriter.toByteString()));
    }

    private static ByteString message(int field, ByteString content) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        field,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(content)
                                .build())
                .build()
                .toByteString();
    }

    private static Session open(Graph graph, ByteString configuration) {
        try {
            Constructor<?> constructor = Arrays.stream(Session.class.getConstructors())
                    .filter(TrainingSession::takesConfiguration)
                    .findFirst()
                    .orElseThrow();
            Object parsed = constructor
                    .getParameterTypes()[1]
                    .getMethod("parseFrom", byte[].class)
                    .invoke(null, (Object) configuration.toByteArray());
            return (Session) constructor.newInstance(graph, parsed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this TensorFlow Java has another way to configure a session", e);
        }
    }

    private static boolean takesConfiguration(Constructor<?> constructor) {
        Class<?>[] types = constructor.getParameterTypes();
        return types.length == 2
                && types[0] == Graph.class
                && types[1].getSimpleName().equals("ConfigProto");
    }
}
