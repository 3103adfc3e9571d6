package io.github.distillmaven.it;

import java.nio.file.Path;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a build left. */
final class Results {

    private Results() {}

    /** {@code results.json} of an experiment. */
    static JsonNode of(Build build, String experiment) {
        return read(build.experiment(experiment).resolve("results.json"));
    }

    /** {@code step.json} of one of its steps. */
    static JsonNode step(Build build, String experiment, String step) {
        return read(build.experiment(experiment).resolve(step).resolve("step.json"));
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file);
    }
}
