package io.github.distillmaven.experiment.run;

/** What TensorFlow computes on, and so which of its runtimes is resolved. */
public enum Device {
    /** The processor. */
    CPU,
    /** An NVIDIA GPU through CUDA 12, on Linux x86-64. */
    GPU,
    /** An NVIDIA GPU through CUDA 11.2, by the last release of tensorflow-core-platform-gpu; starts without a GPU too. */
    GPU_CUDA11
}
