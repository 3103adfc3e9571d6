package io.github.distillmaven.tensorflow.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;

/**
 * Puts the attributes of all nodes in a {@code saved_model.pb} into a fixed order. TensorFlow's C++ side writes these maps
 * in an order that changes from call to call, so that no two exports of one model would have the same bytes.
 *
 * <p>The generated classes of these messages have different packages in TensorFlow Java 0.5.0 and 1.1.0. Hence the
 * messages are read without their schema: fields are the numbers in TensorFlow's {@code saved_model.proto}, {@code
 * meta_graph.proto}, {@code graph.proto} and {@code node_def.proto}.
 */
final class SavedModelOrder {

    private static final int META_GRAPHS = 2;
    private static final int GRAPH_DEF = 2;
    private static final int NODE = 1;
    private static final int ATTRIBUTES = 5;

    private SavedModelOrder() {}

    /** Rewrites the file in place. */
    static void fix(Path savedModel) throws IOException {
        ByteString bytes = ByteString.copyFrom(Files.readAllBytes(savedModel));
        Files.write(
                savedModel,
                each(META_GRAPHS, each(GRAPH_DEF, each(NODE, SavedModelOrder::sortAttributes)))
                        .apply(bytes)
                        .toByteArray());
    }

    /** Changes every submessage of one field. */
    private static UnaryOperator<ByteString> each(int field, UnaryOperator<ByteString> change) {
        return message -> replace(
                message, field, submessages -> submessages.stream().map(change).toList());
    }

    private static ByteString sortAttributes(ByteString node) {
        return replace(
                node,
                ATTRIBUTES,
                entries -> entries.stream()
                        .sorted(ByteString.unsignedLexicographicalComparator())
                        .toList());
    }

    private static ByteString replace(ByteString message, int number, UnaryOperator<List<ByteString>> change) {
        try {
            UnknownFieldSet fields = UnknownFieldSet.parseFrom(message);
            UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
            change.apply(fields.getField(number).getLengthDelimitedList()).forEach(field::addLengthDelimited);
            return fields.toBuilder().addField(number, field.build()).build().toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("TensorFlow wrote a SavedModel that is not a protocol buffer", e);
        }
    }
}
