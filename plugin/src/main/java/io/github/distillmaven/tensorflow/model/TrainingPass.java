package io.github.distillmaven.tensorflow.model;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.tensorflow.graph.Dropout;
import io.github.distillmaven.tensorflow.graph.MovingAverage;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A network as it is trained, in a graph.
 *
 * @param logits [n, classes]
 * @param averages what a step must update beside the trainable parameters
 * @param dropout what a step must feed; empty if nothing is dropped
 */
public record TrainingPass(Operand<TFloat32> logits, List<MovingAverage> averages, Optional<Dropout> dropout) {}
