package io.github.distillmaven.experiment.run;

/** What a training computes with. Predictions and exported models are always of single precision. */
public enum Precision {
    /** Single precision throughout. */
    FLOAT32,
    /**
     * Convolutions and matrix products with 16 bits, of which 8 are the exponent; weights and their updates stay in single
     * precision. TensorFlow rewrites the graph (automatic mixed precision for oneDNN), on processors with AVX512_BF16 or AMX.
     */
    BFLOAT16
}
