package io.github.distillmaven.extension;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;

/**
 * Named inputs with named targets, on which all models of an experiment are evaluated. It looks at answers to the test images in a way of
 * its own, or, as an {@link Asked}, has other inputs.
 */
public interface EvaluationSet extends Component {

    /** The id of the set that every experiment has: the test images with their true classes. */
    String TEST = "test";

    /** Which answers of the models it is about: the id of the set that has the same inputs, by default the test set. */
    default String inputs() {
        return TEST;
    }

    /** Whether its inputs have true labels. Without, it tells how models agree, but not who is right. */
    default boolean hasTrueLabels() {
        return true;
    }

    /**
     * Whether its inputs are the same in all replicates, so that models of several can be held against each other: by default those of
     * the test images are, and others are not.
     */
    default boolean isSharedByReplicates() {
        return inputs().equals(TEST);
    }

    /**
     * Whether it is about an input at all.
     *
     * @param label class of the input in its data set, in [0, {@code setup.classes()}); -1 if the inputs have no true labels
     */
    default boolean includes(int label, Setup setup) {
        return true;
    }

    /**
     * The class that counts as right.
     *
     * @param label class of the input in its data set, in [0, {@code classes})
     */
    default int target(int label, int classes) {
        return label;
    }

    /**
     * The id of the set with true labels on which a bias is chosen for each model, the one with which most answers there are right: it is
     * added to the logits of the omitted classes before answers are looked at. Empty if answers are looked at as they are.
     */
    default Optional<String> biasFrom() {
        return Optional.empty();
    }

    /**
     * Why an experiment cannot have it, and what to do: the end of "{@code <evaluationSets>} names ..., but ...", with a full stop; empty
     * if it can.
     */
    default Optional<String> lack(Setup setup) {
        return Optional.empty();
    }

    /**
     * What sets may depend on.
     *
     * @param classNames names of the teacher's classes, in the order of their labels
     * @param omittedClasses labels of those that are left out of the transfer set
     * @param validation share of the teacher's training examples that is held out, in [0, 1)
     */
    record Setup(List<String> classNames, Set<Integer> omittedClasses, double validation) {

        public Setup {
            classNames = List.copyOf(classNames);
            omittedClasses = Set.copyOf(omittedClasses);
        }

        /** The same of so many classes that are named by their labels. */
        public Setup(int classes, Set<Integer> omittedClasses, double validation) {
            this(IntStream.range(0, classes).mapToObj(Integer::toString).toList(), omittedClasses, validation);
        }

        /** Of an experiment that leaves nothing out. */
        public static Setup plain(int classes) {
            return new Setup(classes, Set.of(), 0);
        }

        /** Number of the teacher's classes. */
        public int classes() {
            return classNames.size();
        }
    }

    /** A set with inputs of its own, which every model is asked at the end of its training. */
    interface Asked extends EvaluationSet {

        @Override
        default String inputs() {
            return id();
        }

        /**
         * Its inputs, the same whenever it is asked for them.
         *
         * @return one or more, of the shape of the test images, with classes where the set has true labels
         */
        Examples examples(Material material) throws IOException;
    }

    /** What the inputs of a set may be made of. */
    interface Material {

        /** The test images with their true classes. */
        Examples test() throws IOException;

        /** The training examples that are held out from teacher and students, with their true classes; none without such a share. */
        Examples heldOut() throws IOException;

        /** The randomness of the replicate. */
        Streams streams();
    }
}
