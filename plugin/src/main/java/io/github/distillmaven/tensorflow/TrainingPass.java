package io.github.distillmaven.tensorflow;

import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A network as it is trained, in a graph.
 *
 * @param logits [n, classes]
 * @param averages what a step must update beside the trainable parameters
 */
record TrainingPass(Operand<TFloat32> logits, List<MovingAverage> averages) {}
