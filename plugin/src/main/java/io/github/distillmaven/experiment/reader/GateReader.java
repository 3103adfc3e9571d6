package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Condition;
import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.experiment.rules.KnownMetrics;
import io.github.distillmaven.experiment.rules.MetricScope;
import io.github.distillmaven.experiment.settings.ExpectationSettings;
import io.github.distillmaven.experiment.settings.ResolvedSettings;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;

/**
 * Reads what an experiment has to come to. What a preset expects is held while the experiment is that of the preset, with enough
 * replicates and everything that is spoken of; what users expect is held always, and refused where it cannot be.
 *
 * @param layers what the preset and the user wrote, the preset first
 */
record GateReader(SettingCatalog catalog, KnownMetrics metrics, List<SettingLayer> layers) {

    /**
     * Reads the expectations and what is said about all of them.
     *
     * @param values of the experiment
     * @param differences settings in which it differs from its preset
     * @param problems takes one sentence or more for each thing that is wrong
     */
    Gate read(ResolvedSettings values, List<String> differences, List<String> problems) {
        SettingLayer preset = layers.get(0);
        boolean ofPreset = says(preset) && layers.stream().skip(1).noneMatch(GateReader::says);
        if (!ofPreset) {
            return catalog.gate().read(values, expectations(layers, scope(values, layers), problems), null);
        }
        MetricScope scope = scope(values, layers);
        MetricScope wanted = scope(
                new LayeredSettings(List.of(preset), Setting::element, new ArrayList<>())
                        .read(catalog.single())
                        .values(),
                List.of(preset));
        List<Expectation> expectations = expectations(List.of(preset), wanted, problems);
        List<String> reasons = Stream.concat(
                        differences.stream(),
                        Stream.concat(missing(expectations, scope).stream(), few(expectations, values).stream()))
                .toList();
        return catalog.gate().read(values, expectations, reasons.isEmpty() ? null : String.join("; ", reasons));
    }

    private static boolean says(SettingLayer layer) {
        return layer.values().keySet().stream().anyMatch(ExpectationSettings::belongs);
    }

    private List<Expectation> expectations(List<SettingLayer> from, MetricScope scope, List<String> problems) {
        Map<String, String> written = new LinkedHashMap<>();
        for (SettingLayer layer : from) {
            if (says(layer)) {
                // Expectations have no names by which those of a weaker layer could be overridden one by one.
                written.keySet().removeIf(ExpectationSettings::belongs);
            }
            written.putAll(layer.values());
        }
        return new ExpectationReader(metrics, catalog.knownControls().ids(), scope, problems).read(written);
    }

    /** Where the list of controls is wrong, that is what to say, and not that one is missing in it. */
    private MetricScope scope(ResolvedSettings values, List<SettingLayer> from) {
        List<String> controls = values.find(catalog.controls())
                .map(List::copyOf)
                .orElse(catalog.knownControls().ids());
        boolean givenTeacher = from.stream().anyMatch(layer -> layer.values().containsKey(OwnModel.SETTING));
        return new MetricScope(ArmReader.names(controls, from), catalog.evaluationSets(values), givenTeacher);
    }

    private List<String> missing(List<Expectation> expectations, MetricScope scope) {
        List<String> names = metrics.names(scope);
        return expectations.stream()
                .flatMap(expectation -> Stream.concat(
                        Stream.of(expectation.metric()),
                        expectation.conditions().stream()
                                .flatMap(condition -> condition instanceof Condition.Above above
                                        ? Stream.of(above.metric())
                                        : Stream.empty())))
                .filter(metric -> !metric.isEmpty() && !names.contains(metric))
                .distinct()
                .map(metric -> "there is no " + metric)
                .toList();
    }

    private Optional<String> few(List<Expectation> expectations, ResolvedSettings values) {
        Optional<Long> replicates = values.find(catalog.replicates())
                .map(Number::longValue)
                .filter(number -> number < Condition.FEWEST_REPLICATES);
        return replicates
                .filter(number -> expectations.stream()
                        .flatMap(expectation -> expectation.conditions().stream())
                        .anyMatch(Condition::pairsReplicates))
                .map(number ->
                        "replicates is %s, and a comparison takes %s".formatted(number, Condition.FEWEST_REPLICATES));
    }
}
