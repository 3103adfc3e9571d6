package io.github.distillmaven.evaluation;

import java.util.Optional;

import io.github.distillmaven.extension.EvaluationSet;

/**
 * The test images of one class, on which the accuracy is the recall of that class.
 *
 * @param className as the data set writes it
 */
public record OneClassSet(String className) implements EvaluationSet {

    /** What stands before the name of the class. */
    public static final String PREFIX = "class-";

    /** The set of an id such as {@code class-3}; empty if the id is of another form. */
    static Optional<EvaluationSet> of(String id) {
        return id.length() > PREFIX.length() && id.startsWith(PREFIX)
                ? Optional.of(new OneClassSet(id.substring(PREFIX.length())))
                : Optional.empty();
    }

    @Override
    public String id() {
        return PREFIX + className;
    }

    @Override
    public String meaning() {
        return "those images of the test set whose class is '" + className
                + "': the test accuracy is the recall of this class";
    }

    @Override
    public boolean includes(int label, Setup setup) {
        return label >= 0 && setup.classNames().get(label).equals(className);
    }

    @Override
    public Optional<String> lack(Setup setup) {
        return setup.classNames().contains(className)
                ? Optional.empty()
                : Optional.of("no class is named '%s'. There are: %s."
                        .formatted(className, String.join(", ", setup.classNames())));
    }
}
