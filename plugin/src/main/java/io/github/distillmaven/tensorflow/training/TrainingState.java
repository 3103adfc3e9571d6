package io.github.distillmaven.tensorflow.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Training;
import io.github.distillmaven.metrics.History;
import io.github.distillmaven.tensorflow.model.Batches;
import io.github.distillmaven.tensorflow.progress.Tally;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;

/**
 * How far a training has come: all that its course depends on beside the variables of its graph. An epoch ends with
 * {@link #endEpoch}, after its evaluation; until then a state that was saved and restored is that of the same epoch.
 */
final class TrainingState {

    private final Training training;
    private final String initialWeights;
    private final RestorableUniformRandomProvider shuffling;
    private final RestorableUniformRandomProvider augmentation;
    private final int[] order;
    private final List<History.Epoch> history = new ArrayList<>();
    private Tally tally = Tally.EMPTY;

    /**
     * The state before the first step.
     *
     * @param examples number of training examples, at least 1
     * @param initialWeights SHA-256 in hex
     * @param shuffling the stream that every epoch's order is drawn from
     * @param augmentation the stream that the variations of the examples are drawn from
     */
    TrainingState(
            Training training,
            int examples,
            String initialWeights,
            RestorableUniformRandomProvider shuffling,
            RestorableUniformRandomProvider augmentation) {
        this.training = training;
        this.initialWeights = initialWeights;
        this.shuffling = shuffling;
        this.augmentation = augmentation;
        this.order = IntStream.range(0, examples).toArray();
    }

    /** The current epoch, from 1. */
    int epoch() {
        return history.size() + 1;
    }

    /** Whether all epochs are over. */
    boolean finished() {
        return history.size() == training.epochs();
    }

    int stepsPerEpoch() {
        return Batches.count(order.length, training.batchSize());
    }

    /** Steps of the current epoch that are done. */
    int stepsOfEpoch() {
        return Batches.count(tally.done(), training.batchSize());
    }

    /** Steps that are done in all. */
    long steps() {
        return (long) history.size() * stepsPerEpoch() + stepsOfEpoch();
    }

    /** The order in which the examples come by in the current epoch. Not to be written to. */
    int[] order() {
        return order;
    }

    /** The sums of the current epoch. */
    Tally tally() {
        return tally;
    }

    /** The epochs that are over. */
    History history() {
        return new History(history);
    }

    /** Shuffles the examples, unless the epoch has begun. */
    void beginEpoch() {
        if (tally.done() == 0) {
            ShuffledOrder.shuffle(order, shuffling);
        }
    }

    /** A step of the current epoch is done. */
    void advance(Tally sums) {
        tally = sums;
    }

    /** Whether every example came by in the current epoch. */
    boolean everyExampleSeen() {
        return tally.done() == order.length;
    }

    /** The current epoch is over. */
    void endEpoch(History.Epoch epoch) {
        history.add(epoch);
        tally = Tally.EMPTY;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(initialWeights);
        out.writeInt(history.size());
        for (History.Epoch epoch : history) {
            out.writeDouble(epoch.learningRate());
            out.writeDouble(epoch.loss());
            out.writeDouble(epoch.trainAccuracy());
            out.writeDouble(epoch.testAccuracy());
        }
        tally.write(out);
        out.writeInt(order.length);
        for (int example : order) {
            out.writeInt(example);
        }
        out.write(stateOf(shuffling));
        out.write(stateOf(augmentation));
    }

    /**
     * Takes over what {@link #write} wrote.
     *
     * @throws IOException if it does not fit this training, or cannot be read; this state is as it was then
     */
    void read(DataInputStream in) throws IOException {
        require(in.readUTF().equals(initialWeights), "it began with other weights");
        int over = in.readInt();
        require(over >= 0 && over < training.epochs(), "it is in epoch %s of %s", over + 1, training.epochs());
        List<History.Epoch> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < over; epoch++) {
            epochs.add(new History.Epoch(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        Tally sums = Tally.read(in);
        int examples = in.readInt();
        require(examples == order.length, "it is about %s examples, but the training has %s", examples, order.length);
        require(isEndOfABatch(sums.done()), "a step cannot end after %s examples", sums.done());
        int[] saved = new int[examples];
        for (int index = 0; index < examples; index++) {
            saved[index] = in.readInt();
        }
        byte[] ofShuffling = new byte[stateOf(shuffling).length];
        in.readFully(ofShuffling);
        byte[] ofAugmentation = new byte[stateOf(augmentation).length];
        in.readFully(ofAugmentation);

        System.arraycopy(saved, 0, order, 0, examples);
        history.clear();
        history.addAll(epochs);
        tally = sums;
        shuffling.restoreState(new RandomProviderDefaultState(ofShuffling));
        augmentation.restoreState(new RandomProviderDefaultState(ofAugmentation));
    }

    private boolean isEndOfABatch(int done) {
        return done == order.length || done > 0 && done < order.length && done % training.batchSize() == 0;
    }

    private static void require(boolean fits, String problem, Object... values) throws IOException {
        if (!fits) {
            throw new IOException(problem.formatted(values));
        }
    }

    private static byte[] stateOf(RestorableUniformRandomProvider random) {
        return ((RandomProviderDefaultState) random.saveState()).getState();
    }
}
