package io.github.distillmaven.experiment.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.distillmaven.experiment.Experiment;

/**
 * One cell of a sweep.
 *
 * @param name what it is called below the sweep, and its folder, such as {@code teacher.epochs=1,student.network=mlp}; empty where nothing is
 *     swept
 * @param values of all settings that are swept, by path, in canonical form
 * @param experiment the experiment that it is
 */
public record SweepCell(String name, Map<String, String> values, Experiment experiment) {

    public SweepCell {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
