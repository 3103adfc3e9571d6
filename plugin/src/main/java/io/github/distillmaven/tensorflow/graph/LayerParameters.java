package io.github.distillmaven.tensorflow.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The parameters of a network. A network that is added to a graph twice, to predict and to train, has them once. */
public final class LayerParameters {

    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** In the order in which they were added: weights before biases, layer by layer. */
    public List<Parameter> all() {
        return List.copyOf(byName.values());
    }

    /** The trainable parameter of a layer, made in the layer's scope at the first time. */
    Variable<TFloat32> trainable(Ops scope, String layer, String name, Shape shape, InitialValues initial) {
        return get(scope, layer, name, shape, initial, true);
    }

    /** A moving average that a layer keeps, made in the layer's scope at the first time. */
    Variable<TFloat32> average(Ops scope, String layer, String name, Shape shape, InitialValues initial) {
        return get(scope, layer, name, shape, initial, false);
    }

    private Variable<TFloat32> get(
            Ops scope, String layer, String name, Shape shape, InitialValues initial, boolean trainable) {
        return byName.computeIfAbsent(layer + "/" + name, absent -> {
                    Variable<TFloat32> variable = scope.withName(name).variable(shape, TFloat32.class);
                    return new Parameter(StateVariable.of(scope, variable), initial, trainable);
                })
                .variable();
    }
}
