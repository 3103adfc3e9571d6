package io.github.distillmaven.report.sweep;

import java.util.List;
import java.util.Map;

import io.github.distillmaven.metrics.statistics.Range;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.sweep.ArmMean;
import io.github.distillmaven.results.sweep.CellResults;

/**
 * A cell in the table of a sweep.
 *
 * @param name of the cell
 * @param values of the settings that are swept, in their order
 * @param arms teachers, students, and what else there is, by name
 * @param gate what came out of what is expected of it
 */
public record SweepRow(String name, List<String> values, int replicates, Map<String, ArmMean> arms, GateResult gate) {

    static SweepRow of(CellResults cell, List<String> settings, GateResult gate) {
        return new SweepRow(
                cell.name(),
                settings.stream()
                        .map(path -> cell.values().getOrDefault(path, ""))
                        .toList(),
                cell.replicates(),
                cell.arms(),
                gate);
    }

    /** Address of its page. Nothing in the name needs to be escaped but what stands for itself in a path. */
    public String link() {
        return "../" + name + "/report/index.html";
    }

    /** Mean test accuracy of an arm. */
    public String accuracy(String arm) {
        ArmMean mean = arms.get(arm);
        return mean == null ? Numbers.UNKNOWN : Numbers.percent(mean.accuracy());
    }

    /** The interval of it; empty if there is none. */
    public String interval(String arm) {
        ArmMean mean = arms.get(arm);
        Results.Bounds bounds = mean == null ? null : mean.interval();
        return bounds == null ? "" : Numbers.interval(new Range(bounds.low(), bounds.high()));
    }

    /** Of student and teacher. */
    public String agreement() {
        ArmMean student = arms.get(Results.STUDENT);
        Double agreement = student == null ? null : student.agreement();
        return Numbers.percent(agreement == null ? Double.NaN : agreement);
    }
}
