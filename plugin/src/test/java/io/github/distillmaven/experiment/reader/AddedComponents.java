package io.github.distillmaven.experiment.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.results.MetricNames;

/** Reads experiments that name what a test adds. */
abstract class AddedComponents {

    static final int CLASSES = 4;

    final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    String reference(String path) {
        return reader.catalog().all().stream()
                .filter(setting -> setting.path().equals(path))
                .findFirst()
                .orElseThrow()
                .description();
    }

    Experiment read(String... pairs) throws Exception {
        Map<String, String> written = new HashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            written.put(pairs[index], pairs[index + 1]);
        }
        return reader.read("x", List.of(WrittenExperiment.pom(written)));
    }
}
