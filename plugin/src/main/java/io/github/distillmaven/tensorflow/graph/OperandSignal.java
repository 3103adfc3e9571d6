package io.github.distillmaven.tensorflow.graph;

import java.util.Arrays;
import java.util.List;

import io.github.distillmaven.extension.Signal;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * An operand of a graph, as a network sees it.
 *
 * @param leading how many of its first dimensions are none of one example's
 */
record OperandSignal(Operand<TFloat32> operand, int leading) implements Signal {

    @Override
    public List<Long> sizes() {
        return Arrays.stream(operand.shape().asArray()).skip(leading).boxed().toList();
    }
}
