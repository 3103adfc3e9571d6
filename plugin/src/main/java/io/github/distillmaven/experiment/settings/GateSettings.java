package io.github.distillmaven.experiment.settings;

import java.util.List;

import io.github.distillmaven.experiment.Expectation;
import io.github.distillmaven.experiment.Gate;
import io.github.distillmaven.extension.option.ValueType;
import org.jspecify.annotations.Nullable;

/** The settings that say what an experiment has to come to. None of them changes a result. */
public final class GateSettings {

    private final ExpectationSettings expectations = new ExpectationSettings();
    private final Setting<String> baseline = new Setting<>(
            "baseline",
            UserPath.type("a file"),
            null,
            "Earlier `results.json` to compare with, relative to the folder of the POM. Expectations that need one take"
                    + " `src/distill/<experiment>.json` by default.");
    private final Setting<Boolean> writeBaseline = new Setting<>(
            "writeBaseline", ValueType.flag(), "false", "Let `check` write this build's results as the new baseline.");
    private final Setting<Boolean> haltOnFailure = new Setting<>(
            "haltOnFailure",
            ValueType.flag(),
            "true",
            "Fail the build if an expectation is not met; `false` only warns. A missing result always fails the build.");

    List<Setting<?>> all() {
        return List.of(baseline, writeBaseline, haltOnFailure);
    }

    /** Those of each expectation. */
    ExpectationSettings expectations() {
        return expectations;
    }

    /**
     * What these settings come to.
     *
     * @param expected what was read of the expectations
     * @param notHeld see {@link Gate#notHeld}
     */
    public Gate read(ResolvedSettings values, List<Expectation> expected, @Nullable String notHeld) {
        return new Gate(
                expected,
                notHeld,
                values.find(baseline).orElse(null),
                values.get(writeBaseline),
                values.get(haltOnFailure));
    }
}
