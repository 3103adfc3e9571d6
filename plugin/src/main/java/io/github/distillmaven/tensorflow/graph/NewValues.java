package io.github.distillmaven.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * Values that a session's variables are to have. All are set in one run: TensorFlow prepares the whole graph anew for each kind
 * of run, which takes longer than the values of a large network.
 */
public final class NewValues implements AutoCloseable {

    private final Session.Runner runner;
    private final List<TFloat32> tensors = new ArrayList<>();

    /** @param session holds the variables */
    public NewValues(Session session) {
        runner = session.runner();
    }

    /** A variable with values of its shape, which are closed with this. */
    public void add(StateVariable variable, TFloat32 values) {
        tensors.add(values);
        variable.set(runner, values);
    }

    /** To be called once, after all are added. */
    public void set() {
        runner.run().close();
    }

    @Override
    public void close() {
        tensors.forEach(TFloat32::close);
    }
}
