package io.github.distillmaven.tensorflow.progress;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The sums of one pass over a set of examples.
 *
 * @param done examples that went by
 * @param correct how many of them were answered with their label
 * @param lossSum sum of their losses; NaN if unknown
 */
public record Tally(int done, int correct, double lossSum) {

    /** Of nothing yet. */
    public static final Tally EMPTY = new Tally(0, 0, 0);

    /** These sums with those of a batch of {@code examples}. */
    public Tally plus(int examples, int right, double meanLoss) {
        return new Tally(done + examples, correct + right, lossSum + meanLoss * examples);
    }

    /** Mean loss of the examples. */
    public double loss() {
        return lossSum / done;
    }

    /** Share of right answers, in [0, 1]. */
    public double accuracy() {
        return correct / (double) done;
    }

    /** Writes it where {@link #read} finds it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(done);
        out.writeInt(correct);
        out.writeDouble(lossSum);
    }

    /** Reads what {@link #write} wrote, to the last bit. */
    public static Tally read(DataInputStream in) throws IOException {
        return new Tally(in.readInt(), in.readInt(), in.readDouble());
    }
}
