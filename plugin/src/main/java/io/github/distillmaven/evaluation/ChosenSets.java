package io.github.distillmaven.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.InvalidComponentException;

/** What must hold for sets to be evaluated. */
public final class ChosenSets {

    private final Components<EvaluationSet> components;
    private final List<DataSource> sources;

    /** @throws InvalidComponentException if a set has inputs that there are not */
    public ChosenSets() {
        components = Components.load(EvaluationSet.class);
        sources = Components.load(DataSource.class).all();
        List<String> inputs = Stream.of(
                        Stream.of(EvaluationSet.TEST),
                        components.all().stream()
                                .filter(EvaluationSet.Asked.class::isInstance)
                                .map(EvaluationSet::id),
                        sources.stream().flatMap(ChosenSets::drawn))
                .flatMap(ids -> ids)
                .toList();
        for (EvaluationSet set : components.all()) {
            if (!inputs.contains(set.inputs())) {
                throw InvalidComponentException.hasNoInputs(set, inputs);
            }
        }
    }

    /** All that users can choose. */
    public Components<EvaluationSet> components() {
        return components;
    }

    /**
     * One sentence or more for each set that an experiment cannot have.
     *
     * @param sets their ids; those that are drawn are passed over
     * @param dataset name of the data set that the teacher learns
     */
    public List<String> refusals(List<String> sets, String dataset, EvaluationSet.Setup setup) {
        return sets.stream()
                .flatMap(id -> EvaluationSets.chosen(id).stream())
                .flatMap(set -> refusal(set, dataset, setup).stream())
                .toList();
    }

    private Optional<String> refusal(EvaluationSet set, String dataset, EvaluationSet.Setup setup) {
        Optional<DataSource> source =
                sources.stream().filter(each -> each.id().equals(dataset)).findFirst();
        String inputs = set.inputs();
        boolean asked = source.isPresent()
                ? inputs.equals(EvaluationSet.TEST)
                        || source.stream().flatMap(ChosenSets::drawn).anyMatch(inputs::equals)
                : components.find(inputs).isPresent();
        Optional<String> lack = asked
                ? set.lack(setup)
                        .or(() -> components.find(inputs).flatMap(asking -> asking.lack(setup)))
                        .or(() -> set.biasFrom().flatMap(components::find).flatMap(asking -> asking.lack(setup)))
                : Optional.of("models of '%s' are not asked the inputs of '%s'. Remove it.".formatted(dataset, inputs));
        return lack.map(reason -> "<evaluationSets> names '%s', but %s".formatted(set.id(), reason));
    }

    private static Stream<String> drawn(DataSource source) {
        return source.evaluationSets().stream().filter(set -> !source.isForShow(set));
    }
}
