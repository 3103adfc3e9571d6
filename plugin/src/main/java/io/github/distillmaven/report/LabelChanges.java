package io.github.distillmaven.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;

/**
 * How many of the treatment's labels each control changed, as {@link Results.ArmNumbers#labelsChanged} defines it.
 *
 * @param shares by the name of the control, each the mean over the replicates; null where no replicate has a share
 */
public record LabelChanges(Map<String, Double> shares) {

    public static LabelChanges of(Results results) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String control : results.replicates().get(0).others().keySet()) {
            List<Double> known = results.replicates().stream()
                    .map(replicate -> replicate.arm(control).labelsChanged())
                    .filter(Objects::nonNull)
                    .toList();
            shares.put(
                    control,
                    known.isEmpty()
                            ? null
                            : known.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElseThrow());
        }
        return new LabelChanges(shares);
    }

    /** Such as {@code Labels changed: shuffled 90.1%, unfiltered 0.0%.}; empty without controls. */
    public String sentence() {
        return shares.isEmpty()
                ? ""
                : shares.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + share(entry.getKey()))
                        .collect(Collectors.joining(", ", "Labels changed: ", "."));
    }

    /** Of one control; a dash if there is no share. */
    public String share(String control) {
        Double share = shares.get(control);
        return Numbers.percent(share == null ? Double.NaN : share);
    }
}
