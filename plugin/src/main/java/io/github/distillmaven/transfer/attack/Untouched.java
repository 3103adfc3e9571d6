package io.github.distillmaven.transfer.attack;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/** Which inputs are left as they are. */
enum Untouched {
    /** Those that the teacher answers with their target by itself. */
    CHOSEN_BY_TEACHER {
        @Override
        List<Boolean> among(List<Boolean> answered, UniformRandomProvider random) {
            return answered;
        }
    },
    /** As many, each set of them as likely as the others. */
    RANDOM {
        @Override
        List<Boolean> among(List<Boolean> answered, UniformRandomProvider random) {
            List<Boolean> drawn = new ArrayList<>(answered);
            ListSampler.shuffle(random, drawn);
            return drawn;
        }
    };

    /**
     * Whether each input is left as it is.
     *
     * @param answered whether the teacher answers each with its target
     */
    abstract List<Boolean> among(List<Boolean> answered, UniformRandomProvider random);
}
