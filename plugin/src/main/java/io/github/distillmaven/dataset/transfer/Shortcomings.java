package io.github.distillmaven.dataset.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.extension.Selection;

/**
 * Finds what keeps a student from learning from a transfer set, and tells apart what looks alike: a teacher that errs too
 * seldom, a teacher whose answers collapsed onto few classes, and a class that was missed by chance.
 *
 * @param settings what the experiment demands of the set
 * @param classNames the teacher's classes, in the order of the labels
 */
record Shortcomings(TransferPlan settings, List<String> classNames, TransferResult result) {

    /** In a set with fewer examples for each class it says nothing if some class is never given. */
    private static final int ENOUGH_TO_SEE_ALL = 10;

    /** All of them; empty if the set is good enough. */
    List<Shortcoming> found() {
        List<Shortcoming> found = new ArrayList<>();
        if (result.size() < settings.minimumSize()) {
            found.add(tooFew());
        }
        if (collapsed()) {
            found.add(new Shortcoming(
                    "the teacher gave only %s of %s classes as labels"
                            .formatted(
                                    result.givenLabels().stream()
                                            .filter(count -> count > 0)
                                            .count(),
                                    classNames.size()),
                    collapseAdvice()));
        } else if (given() < expected().size()) {
            found.add(new Shortcoming(
                    "no example was given the label " + missing(),
                    result.size() < settings.minimumSize() ? "" : missingAdvice()));
        }
        return found;
    }

    private Shortcoming tooFew() {
        return new Shortcoming(
                "it has %s examples, fewer than <transfer><minimumSize>%s</minimumSize>"
                        .formatted(result.size(), settings.minimumSize()),
                few());
    }

    private String few() {
        Selection keep = settings.keep().component();
        String aboutErrors = settings.perturbation()
                .component()
                .adviceWhenFewErr(settings.perturbation().choice());
        if ((keep.keepsErrors() || keep.comparesAnswers()) && !aboutErrors.isEmpty()) {
            return aboutErrors;
        }
        if (keep.keepsAll()) {
            return "All inputs are in it. "
                    + (settings.examples() == 0
                            ? "Choose larger <transfer><inputs>, or lower <transfer><minimumSize>."
                            : "Label more: raise <transfer><examples>, which is %s.".formatted(settings.examples()));
        }
        return keep.adviceWhenFew(share(result.size()))
                + (settings.examples() == 0
                        ? ""
                        : ", or more inputs: <transfer><examples> is %s".formatted(settings.examples()))
                + ".";
    }

    /**
     * Whether half of the classes or more are never given, though there are examples enough. A teacher that errs on less than
     * half of the inputs did not collapse, however few its errors and their classes are.
     */
    private boolean collapsed() {
        boolean seldomWrong = settings.keep().component().keepsErrors() && 2 * result.size() <= result.inputs();
        return !seldomWrong
                && result.size() >= ENOUGH_TO_SEE_ALL * expected().size()
                && 2 * given() <= expected().size();
    }

    private String collapseAdvice() {
        return result.wrong() == null
                ? "To this teacher the inputs look like few of its classes. Try other <transfer><inputs>, another <transfer><normalization>, more <teacher><epochs>, or another <seed>."
                : "A teacher that answers with so few classes has hardly learnt, or its training failed. Let it learn more: more <teacher><epochs>, or another <teacher><learningRate>.";
    }

    private String missingAdvice() {
        String more = settings.examples() == 0
                ? ""
                : "Label more inputs: raise <transfer><examples>, which is %s. ".formatted(settings.examples());
        return more + settings.keep().component().adviceWhenAClassIsMissing();
    }

    /** How many of the classes that are to be expected. */
    private int given() {
        return (int) expected().stream()
                .filter(label -> result.givenLabels().get(label) > 0)
                .count();
    }

    private String missing() {
        return expected().stream()
                .filter(label -> result.givenLabels().get(label) == 0)
                .map(classNames::get)
                .collect(Collectors.joining(", "));
    }

    /** The classes whose inputs are not left out. */
    private List<Integer> expected() {
        return IntStream.range(0, classNames.size())
                .filter(label -> !settings.omittedClasses().contains(classNames.get(label)))
                .boxed()
                .toList();
    }

    private String share(int count) {
        return String.format(Locale.ROOT, "%.1f%%", result.inputs() == 0 ? 0 : 100.0 * count / result.inputs());
    }
}
