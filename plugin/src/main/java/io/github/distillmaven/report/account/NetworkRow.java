package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.evidence.ModelRun;
import io.github.distillmaven.results.evidence.ReplicateEvidence;

/**
 * A network of the user's own, as a page prints it.
 *
 * @param name as the user calls it
 * @param users the models that have it, such as {@code teacher, student}
 * @param parameters number of trained values
 * @param layers as they can be written in a POM
 */
public record NetworkRow(String name, String users, String parameters, String layers) {

    /** Each of the networks that models of a replicate have, once, in the order in which they are first used. */
    public static List<NetworkRow> of(ReplicateEvidence replicate) {
        Map<NetworkRow, List<String>> users = new LinkedHashMap<>();
        add(users, Results.TEACHER, Results.TEACHER, replicate.teacher());
        add(users, Results.STUDENT, Results.STUDENT, replicate.student().model());
        replicate.controls().forEach((arm, run) -> add(users, arm, Results.STUDENT, run.model()));
        return users.entrySet().stream()
                .map(entry -> entry.getKey().with(String.join(", ", entry.getValue())))
                .toList();
    }

    private static void add(Map<NetworkRow, List<String>> users, String arm, String step, ModelRun run) {
        StepRecord record = run.step();
        String layers = record.settings().get(step + ".layers");
        if (layers != null) {
            NetworkRow row = new NetworkRow(
                    record.settings().getOrDefault(step + ".network", ""),
                    "",
                    Numbers.count(run.result().parameters()),
                    layers.replaceAll("</?layers>", ""));
            users.computeIfAbsent(row, first -> new ArrayList<>()).add(arm);
        }
    }

    private NetworkRow with(String models) {
        return new NetworkRow(name, models, parameters, layers);
    }
}
