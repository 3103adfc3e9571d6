package io.github.distillmaven.experiment.reader;

import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.results.MetricNames;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a user may have written in a POM, for tests. */
public final class WrittenExperiment {

    private WrittenExperiment() {}

    /** Asserts that this, and nothing else, is said of what is written. */
    public static void assertRefused(Map<String, String> written, String problem) {
        ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());
        assertThatThrownBy(() -> reader.read("bad", List.of(pom(written))))
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessage("Experiment 'bad' cannot run, its configuration has an error:\n  - " + problem);
    }

    public static SettingLayer pom(Map<String, String> values) {
        return new SettingLayer(Origin.POM, values);
    }
}
