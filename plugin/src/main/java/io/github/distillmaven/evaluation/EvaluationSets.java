package io.github.distillmaven.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.EvaluationSet;

/** All evaluation sets by their ids: the components, and those that data sources draw, whose inputs have no true labels. */
public final class EvaluationSets {

    private static final Components<EvaluationSet> COMPONENTS = Components.load(EvaluationSet.class);

    private static final Set<String> DRAWN = Components.load(DataSource.class).all().stream()
            .flatMap(source -> source.evaluationSets().stream())
            .collect(Collectors.toUnmodifiableSet());

    private EvaluationSets() {}

    /** A set that a data source draws. */
    private record Drawn(String id) implements EvaluationSet {

        @Override
        public String meaning() {
            return "further inputs, which have no true labels";
        }

        @Override
        public String inputs() {
            return id;
        }

        @Override
        public boolean hasTrueLabels() {
            return false;
        }
    }

    /** The set of that id. */
    public static EvaluationSet named(String id) {
        return DRAWN.contains(id) ? new Drawn(id) : chosen(id).orElseGet(() -> COMPONENTS.get(id));
    }

    /** The set of that id that users can choose, for some experiments at least; empty if there is none. */
    public static Optional<EvaluationSet> chosen(String id) {
        return COMPONENTS.find(id).or(() -> OneClassSet.of(id));
    }

    /** Whether it has; of one that is not known here, in results that somebody else wrote, it is supposed. */
    public static boolean haveTrueLabels(String id) {
        return !DRAWN.contains(id)
                && chosen(id).map(EvaluationSet::hasTrueLabels).orElse(true);
    }

    /** Whether all replicates have the same inputs; of one that is not known here it is not supposed. */
    public static boolean areSharedByReplicates(String id) {
        return !DRAWN.contains(id)
                && chosen(id).map(EvaluationSet::isSharedByReplicates).orElse(false);
    }

    /**
     * The sets whose inputs models have to be asked for these sets to be evaluated, besides the test set and those that are drawn; each
     * once, sorted.
     */
    public static List<EvaluationSet.Asked> asked(Collection<String> sets) {
        return sets.stream()
                .map(EvaluationSets::named)
                .flatMap(set -> Stream.concat(Stream.of(set.inputs()), set.biasFrom().stream()))
                .distinct()
                .sorted()
                .flatMap(inputs -> COMPONENTS.find(inputs).stream())
                .filter(EvaluationSet.Asked.class::isInstance)
                .map(EvaluationSet.Asked.class::cast)
                .toList();
    }
}
