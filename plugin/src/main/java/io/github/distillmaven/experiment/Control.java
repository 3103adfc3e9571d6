package io.github.distillmaven.experiment;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.distillmaven.extension.ValueType;

/**
 * A further student of the same experiment that differs from the treatment in its transfer set alone: same seed, same initial
 * weights, same settings. What a control lacks is what its student cannot have learnt from.
 */
public enum Control {
    /**
     * The given labels, permuted among the inputs of each class. Keeps how often each class is given which label, destroys what
     * a label says about the single input: the null that the treatment has to beat.
     */
    SHUFFLED_WITHIN_CLASS(false, false),
    /** The given labels, permuted among all inputs. Its student is about as good as chance. */
    SHUFFLED(false, false),
    /** For each input one of its wrong classes, each as likely as the other. Its student is worse than chance. */
    RANDOM_WRONG(true, false),
    /** The class after the true one; after the last comes the first. */
    NEXT_CLASS(true, false),
    /** The true labels of the same inputs. Where these are the teacher's errors, they are the inputs that are hard to tell. */
    TRUE_LABELS(true, false),
    /** Every input under the label that the teacher gave it, kept or not. */
    UNFILTERED(false, true),
    /** As many inputs as the treatment has, drawn from all, under the labels that the teacher gave them. */
    RANDOM_SUBSET(false, true),
    /**
     * The same inputs, labelled by another teacher: one with the same initial weights and settings, trained on the same images,
     * but with their true labels dealt out anew over all of them. What such labels teach does not come from the teacher's task.
     */
    PERMUTED_LABEL_TEACHER(false, false),
    /** For points: the inputs of the treatment before they were moved, under the labels that they were given after that. */
    UNPERTURBED(false, false);

    private static final Map<String, String> RETIRED = Map.of(
            "untrained-teacher",
            "an untrained network answers with two or three classes whatever it sees, which shows nothing. Use '%s' instead: the labels of a teacher that was trained on permuted labels."
                    .formatted(PERMUTED_LABEL_TEACHER.folder()));

    private final boolean needsTrueLabels;
    private final boolean needsFilter;

    Control(boolean needsTrueLabels, boolean needsFilter) {
        this.needsTrueLabels = needsTrueLabels;
        this.needsFilter = needsFilter;
    }

    /** Whether it makes sense only where the inputs have a true label in the teacher's task. */
    public boolean needsTrueLabels() {
        return needsTrueLabels;
    }

    /** Whether it is the treatment itself where every labelled input is kept. */
    public boolean needsFilter() {
        return needsFilter;
    }

    /** The name as users write it, which is that of its folder too. */
    public String folder() {
        return ValueType.canonical(this);
    }

    /** What a user can list. */
    static List<String> names() {
        return Arrays.stream(values()).map(Control::folder).toList();
    }

    /**
     * Why a name in a text, such as a list of controls or the name of a metric, is no control any more, and what to use
     * instead; empty if there was never such a control.
     */
    static Optional<String> retirement(String text) {
        return RETIRED.entrySet().stream()
                .filter(retired -> List.of(text.split("[,.\\s]+")).contains(retired.getKey()))
                .map(retired -> "The control '" + retired.getKey() + "' was removed: " + retired.getValue())
                .findFirst();
    }

    /** The controls with these names, in the order in which they are declared. */
    static Set<Control> named(Collection<String> names) {
        Set<Control> controls = EnumSet.noneOf(Control.class);
        Arrays.stream(values())
                .filter(control -> names.contains(control.folder()))
                .forEach(controls::add);
        return controls;
    }
}
