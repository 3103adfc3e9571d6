package io.github.distillmaven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.disk.Digests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a build left. */
final class Results {

    /** The steps whose results are kept, in order. */
    static final List<String> STEPS = List.of("data", "teacher", "transfer", "student");

    private Results() {}

    /** {@code results.json} of an experiment. */
    static JsonNode of(Build build, String experiment) {
        return read(build.experiment(experiment).resolve("results.json"));
    }

    /** An arm of a replicate, such as {@code student}. */
    static JsonNode arm(JsonNode replicate, String arm) {
        return replicate.get("arms").get(arm);
    }

    /** The right answers of an arm on the test set: value, interval, successes and trials. */
    static JsonNode test(JsonNode arm) {
        return arm.get("evaluations").get("test").get("testAccuracy");
    }

    /** {@code step.json} of one of its steps. */
    static JsonNode step(Build build, String experiment, String step) {
        return read(build.experiment(experiment).resolve(step).resolve("step.json"));
    }

    /** The keys of all steps, by step. */
    static SortedMap<String, String> keys(Build build, String experiment) {
        SortedMap<String, String> keys = new TreeMap<>();
        STEPS.forEach(
                step -> keys.put(step, step(build, experiment, step).get("key").asString()));
        return keys;
    }

    /**
     * SHA-256 of every output of all steps as it lies in the project now, by {@code <step>/<file>}.
     *
     * @throws AssertionError if one is not what its step's record says
     */
    static SortedMap<String, String> outputs(Build build, String experiment) {
        return outputs(build, experiment, STEPS);
    }

    /** The same of these steps. */
    static SortedMap<String, String> outputs(Build build, String experiment, List<String> steps) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String step : steps) {
            Path folder = build.experiment(experiment).resolve(step);
            step(build, experiment, step).get("outputs").forEachEntry((name, recorded) -> {
                String digest = digest(folder.resolve(name));
                if (!digest.equals(recorded.asString())) {
                    throw new AssertionError(folder.resolve(name) + " is not what its step.json says");
                }
                digests.put(step + "/" + name, digest);
            });
        }
        return digests;
    }

    /** SHA-256 of every file of the report and beside it, but for the page of provenance and its figure, by name. */
    static SortedMap<String, String> reported(Build build, String experiment) {
        SortedMap<String, String> digests = new TreeMap<>();
        Path folder = build.experiment(experiment);
        try (Stream<Path> files = Stream.concat(Files.list(folder), Files.walk(folder.resolve("report")))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("provenance"))
                    .forEach(file -> digests.put(folder.relativize(file).toString(), digest(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    /** SHA-256 of a file. */
    static String digest(Path file) {
        try {
            return Digests.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file);
    }
}
