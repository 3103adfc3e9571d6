package io.github.distillmaven.dataset;

import java.util.Collections;
import java.util.List;

import io.github.distillmaven.experiment.Normalization;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Values;

/** How the transfer inputs are normalised, for labelling and for the student's training alike. */
public final class InputNormalizer {

    private final Normalization normalization;
    private final Moments inputs;
    private final Moments source;

    /**
     * @param normalization the experiment's setting
     * @param inputs moments of the inputs' own data set
     * @param source moments of the teacher's data set, of as many channels
     */
    public InputNormalizer(Normalization normalization, Moments inputs, Moments source) {
        this.normalization = normalization;
        this.inputs = inputs;
        this.source = source;
    }

    /** The moments that a model is fed the prepared images with. */
    public Moments moments() {
        return switch (normalization) {
            case OWN -> inputs;
            case SOURCE, MOMENT_MATCH -> source;
            case CENTRED -> {
                List<Double> halves = Collections.nCopies(source.mean().size(), 0.5);
                yield new Moments(halves, halves);
            }
        };
    }

    /** Whether {@link #prepare} makes other pixels. */
    public boolean changesPixels() {
        return normalization == Normalization.MOMENT_MATCH;
    }

    /**
     * The images as they are labelled and trained on. With moment matching, in each channel and on the scale [0, 1],
     * (pixel - mean) / deviation * source's deviation + source's mean, rounded to whole grey levels and clipped to
     * 0..255; else the same images.
     */
    public Examples prepare(Examples images) {
        if (!changesPixels()) {
            return images;
        }
        byte[][] matched = new byte[images.shape().channels()][];
        for (int channel = 0; channel < matched.length; channel++) {
            matched[channel] = matchedLevels(channel);
        }
        byte[] levels = images.bytes();
        byte[] moved = new byte[levels.length];
        for (int position = 0; position < moved.length; position++) {
            moved[position] = matched[position % matched.length][Byte.toUnsignedInt(levels[position])];
        }
        return new Examples(images.shape(), new Values.ByteValues(moved), images.targets());
    }

    /** For each of the 256 grey levels the one that replaces it. */
    private byte[] matchedLevels(int channel) {
        double gain = source.deviation().get(channel) / inputs.deviation().get(channel);
        byte[] levels = new byte[256];
        for (int level = 0; level < levels.length; level++) {
            double matched = (level / 255.0 - inputs.mean().get(channel)) * gain
                    + source.mean().get(channel);
            levels[level] = (byte) Math.min(Math.max(Math.round(255 * matched), 0), 255);
        }
        return levels;
    }
}
