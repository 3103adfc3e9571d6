package io.github.distillmaven.tensorflow.solver;

import io.github.distillmaven.tensorflow.model.TrainingSession;
import io.github.distillmaven.worker.process.WorkerFailure;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatrixSolveLs;
import org.tensorflow.types.TFloat64;

/**
 * The linear model whose logits have the least squared distance to given ones; of several the one with the smallest sum of squares of
 * weights and biases. In double precision, by a complete orthogonal decomposition.
 */
record LeastSquares(InputMatrix inputs) {

    /**
     * Solves.
     *
     * @return [columns, classes]
     */
    double[] solve(LogitMatrix logits) throws WorkerFailure {
        double[] wanted = logits.values();
        try (Graph graph = new Graph();
                Session session = TrainingSession.inOwnThread(graph);
                TFloat64 matrix = tensor(inputs.values(), inputs.rows(), inputs.columns());
                TFloat64 right = tensor(wanted, inputs.rows(), logits.classes())) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat64> left = tf.placeholder(TFloat64.class);
            Placeholder<TFloat64> targets = tf.placeholder(TFloat64.class);
            Operand<TFloat64> solution =
                    tf.linalg.matrixSolveLs(left, targets, tf.constant(0.0), MatrixSolveLs.fast(false));
            try (Result result = session.runner()
                    .feed(left, matrix)
                    .feed(targets, right)
                    .fetch(solution)
                    .run()) {
                double[] found = new double[inputs.columns() * logits.classes()];
                ((TFloat64) result.get(0)).asRawTensor().data().asDoubles().read(found);
                return found;
            }
        }
    }

    private static TFloat64 tensor(double[] values, long rows, long columns) {
        return TFloat64.tensorOf(Shape.of(rows, columns), DataBuffers.of(values, true, false));
    }
}
