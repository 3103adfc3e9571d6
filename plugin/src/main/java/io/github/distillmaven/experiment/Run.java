package io.github.distillmaven.experiment;

import java.util.List;

/**
 * Where and on what an experiment runs.
 *
 * @param device which TensorFlow runtime
 * @param threads intra-op threads; 0 for one per processor
 * @param mirror folder or address asked for data first; null for none
 * @param store folder of the store; null for the platform's default
 * @param jvmArguments extra arguments for the worker's JVM
 */
public record Run(Device device, int threads, String mirror, String store, List<String> jvmArguments) {}
