package io.github.distillmaven.extension;

/** Named inputs with named targets, on which all models of an experiment are evaluated. */
public interface EvaluationSet extends Component {

    /** The id of the set that every experiment has: the test images with their true classes. */
    String TEST = "test";

    /** Which answers of the models it is about: the id of the set that has the same inputs, by default its own. */
    default String inputs() {
        return id();
    }

    /** Whether its inputs have true labels. Without, it tells how models agree, but not who is right. */
    default boolean hasTrueLabels() {
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
}
