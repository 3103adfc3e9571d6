package io.github.distillmaven.experiment.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where and on what an experiment runs.
 *
 * @param device which TensorFlow runtime
 * @param threads intra-op threads; 0 for what suits the experiment
 * @param workers trainings at the same time; 0 for what suits the machine
 * @param instructionSet newest one that oneDNN computes with; null for the newest that the processor has
 * @param precision what trainings compute with
 * @param sideBySide whether models are to be trained several in one graph
 * @param mirror folder or address asked for data first; null for none
 * @param plan whether the build makes nothing, but tells what it would make
 * @param cluster whose machines answer the requests; null for this machine
 * @param jvmArguments extra arguments for the worker's JVM
 */
public record RunPolicy(
        Device device,
        int threads,
        int workers,
        @Nullable InstructionSet instructionSet,
        Precision precision,
        boolean sideBySide,
        @Nullable String mirror,
        boolean plan,
        @Nullable ClusterPolicy cluster,
        List<String> jvmArguments) {}
