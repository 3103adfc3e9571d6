package io.github.distillmaven.experiment.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.distillmaven.extension.option.ValueType;

/**
 * Which replicates a build makes, where several builds share them, such as the jobs of a matrix. Replicate 1 belongs to shard 1, replicate 2
 * to shard 2 and so on, and after the last shard to the first again. The replicates of a sweep's cells are counted on from cell to cell.
 *
 * @param number from 1; 0 for the build that gathers what the shards made, and makes nothing
 * @param of how many shards there are
 * @param before replicates of earlier cells
 */
public record Shard(int number, int of, int before) {

    /** A build that makes all replicates. */
    public static final Shard WHOLE = new Shard(1, 1, 0);

    private static final int MOST = 10_000;
    private static final Pattern FORM = Pattern.compile("(all|\\d{1,5})/(\\d{1,5})");

    /** {@code 2/5} for the second of five shards, {@code all/5} for the build that gathers them. */
    public static ValueType<Shard> type() {
        return ValueType.of(
                "a shard, such as 2/5 for the second of five, or all/5 for the build that gathers what five shards made",
                Shard::read);
    }

    private static Shard read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        int of = Integer.parseInt(form.group(2));
        int number = form.group(1).equals("all") ? 0 : Integer.parseInt(form.group(1));
        boolean exists = form.group(1).equals("all") || number > 0 && number <= of;
        if (of == 0 || of > MOST || !exists) {
            throw new IllegalArgumentException(text);
        }
        return new Shard(number, of, 0);
    }

    /** The same for a cell before which others have so many replicates. */
    public Shard after(int replicates) {
        return new Shard(number, of, replicates);
    }

    /** Whether the build makes nothing, and takes all from the stores. */
    public boolean gathers() {
        return number == 0;
    }

    /** Whether the build leaves replicates to others, and so has nothing to report. */
    public boolean isPart() {
        return number > 0 && of > 1;
    }

    /**
     * Whether a replicate belongs to it.
     *
     * @param replicate from 0
     */
    public boolean has(int replicate) {
        return gathers() || shardOf(replicate) == number;
    }

    /**
     * The shard that makes a replicate.
     *
     * @param replicate from 0
     */
    public int shardOf(int replicate) {
        return (before + replicate) % of + 1;
    }

    @Override
    public String toString() {
        return (gathers() ? "all" : Integer.toString(number)) + "/" + of;
    }
}
