package io.github.distillmaven.experiment;

import java.util.Optional;

import io.github.distillmaven.extension.option.ValueType;
import org.apache.commons.rng.UniformRandomProvider;

/** Which class each input of a transfer set is to be taken for. */
public enum TargetRule {
    /** None in particular. */
    UNTARGETED {
        @Override
        int target(int place, int label, int classes, UniformRandomProvider random) {
            throw new UnsupportedOperationException("there are no targets");
        }
    },
    /** Any class, its own included, each as likely as the others. */
    RANDOM {
        @Override
        int target(int place, int label, int classes, UniformRandomProvider random) {
            return random.nextInt(classes);
        }
    },
    /** Any class but the true one, each as likely as the others. */
    OTHER {
        @Override
        int target(int place, int label, int classes, UniformRandomProvider random) {
            return (label + 1 + random.nextInt(classes - 1)) % classes;
        }
    },
    /** The class after the true one; after the last comes the first. */
    NEXT {
        @Override
        int target(int place, int label, int classes, UniformRandomProvider random) {
            return (label + 1) % classes;
        }
    },
    /** One class after the other, input by input. */
    IN_TURN {
        @Override
        int target(int place, int label, int classes, UniformRandomProvider random) {
            return place % classes;
        }
    };

    /** @param place of the input among all of them, from 0 */
    abstract int target(int place, int label, int classes, UniformRandomProvider random);

    /** Whether inputs have a target. */
    public boolean targets() {
        return this != UNTARGETED;
    }

    /** Whether it looks at the true labels. */
    public boolean needsTrueLabels() {
        return this == OTHER || this == NEXT;
    }

    /**
     * The targets of inputs, the same whenever they are asked for: each depends on the seed, its place and its label alone.
     *
     * @param labels the true ones where the rule needs them
     * @param classes number of the teacher's classes, at least 2
     * @return empty where inputs have none
     */
    public Optional<int[]> targets(int[] labels, int classes, Seeds seeds) {
        if (!targets()) {
            return Optional.empty();
        }
        UniformRandomProvider random = seeds.stream("targets/" + ValueType.canonical(this));
        int[] targets = new int[labels.length];
        for (int place = 0; place < targets.length; place++) {
            targets[place] = target(place, labels[place], classes, random);
        }
        return Optional.of(targets);
    }
}
