package io.github.distillmaven.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ModelRun;
import io.github.distillmaven.results.evidence.Occasion;
import io.github.distillmaven.results.evidence.StepKeys;
import io.github.distillmaven.text.ForeignText;

/**
 * Where the numbers come from. All that differs between two runs of the same experiment.
 *
 * @param runs one per step
 * @param cost of the whole experiment
 * @param environment what is known to change bits
 * @param machine what is not
 * @param origin who asked, and from which sources; empty if no step knows
 * @param models the two trained models
 * @param digests every file read and written
 * @param further the keys of further replicates and of all controls, shortened as in the log; empty if there are none
 */
public record Provenance(
        List<StepRow> runs,
        Cost cost,
        List<Fact> environment,
        List<Fact> machine,
        List<Fact> origin,
        List<TrainedNetwork> models,
        List<Digest> digests,
        List<StepKeys> further) {

    /** Enough for a long command line; the record of a step may be that of somebody else. */
    private static final int LONGEST_VALUE = 10_000;

    /**
     * When a step ran, how long, and under which key.
     *
     * @param made by this build, or restored
     */
    record StepRow(String step, String made, String started, String seconds, String key) {}

    /** Something known about one or more steps. */
    record Fact(String name, String value, String steps) {}

    /** A trained model, by the digests of its weights. */
    record TrainedNetwork(
            String name, String examples, String parameters, String initialWeights, String finalWeights) {}

    /** A file that a step read or wrote. */
    record Digest(String step, String use, String file, String sha256) {}

    static Provenance of(Evidence evidence, Occasion occasion) {
        return of(
                evidence.steps(),
                Cost.of(evidence.all(), occasion.started()),
                occasion.started(),
                models(evidence),
                evidence.keys().stream().skip(1).map(StepKeys::shortened).toList());
    }

    private static List<TrainedNetwork> models(Evidence evidence) {
        return List.of(
                model("teacher", evidence.first().teacher()),
                model("student", evidence.first().student().model()));
    }

    private static Provenance of(
            List<StepRecord> steps, Cost cost, Instant started, List<TrainedNetwork> models, List<StepKeys> further) {
        List<StepRow> runs = steps.stream()
                .map(step -> new StepRow(
                        step.step(),
                        Cost.madeSince(step, started) ? "this build" : "restored",
                        step.started(),
                        Numbers.fixed(step.seconds(), 1),
                        step.key()))
                .toList();
        List<Digest> digests = new ArrayList<>();
        for (StepRecord step : steps) {
            step.inputs()
                    .forEach((file, sha256) ->
                            digests.add(new Digest(step.step(), "read", ForeignText.line(file), sha256)));
            step.outputs()
                    .forEach((file, sha256) ->
                            digests.add(new Digest(step.step(), "wrote", ForeignText.line(file), sha256)));
        }
        return new Provenance(
                runs,
                cost,
                facts(steps, StepRecord::environment),
                facts(steps, StepRecord::machine),
                facts(steps, StepRecord::origin),
                models,
                digests,
                further);
    }

    /** Says once what is true of several steps. */
    private static List<Fact> facts(List<StepRecord> steps, Function<StepRecord, SortedMap<String, String>> of) {
        Map<String, Map<String, List<String>>> stepsByValueByName = new TreeMap<>();
        for (StepRecord step : steps) {
            of.apply(step)
                    .forEach((name, value) -> stepsByValueByName
                            .computeIfAbsent(name, key -> new LinkedHashMap<>())
                            .computeIfAbsent(value, key -> new ArrayList<>())
                            .add(step.step()));
        }
        List<Fact> facts = new ArrayList<>();
        stepsByValueByName.forEach((name, stepsByValue) -> stepsByValue.forEach((value, where) -> facts.add(
                new Fact(ForeignText.line(name), ForeignText.line(value, LONGEST_VALUE), String.join(", ", where)))));
        return facts;
    }

    private static TrainedNetwork model(String name, ModelRun run) {
        return new TrainedNetwork(
                name,
                Numbers.count(run.result().examples()),
                // Nobody counted those of a model that was not trained here.
                run.result().parameters() == 0
                        ? Numbers.UNKNOWN
                        : Numbers.count(run.result().parameters()),
                run.result().initialWeights(),
                run.result().finalWeights());
    }
}
