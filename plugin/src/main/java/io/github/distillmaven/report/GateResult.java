package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.results.JsonFiles;

/**
 * What came out of the expectations of an experiment when it was reported: the content of {@code expectations.json}, which the overview
 * reads.
 *
 * @param outcomes one for each condition
 */
public record GateResult(List<Outcome> outcomes) {

    /** Name of the file in the folder of its experiment. */
    public static final String NAME = "expectations.json";

    public GateResult {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Of an experiment that was reported earlier.
     *
     * @throws IOException if its file is there but cannot be read
     */
    public static GateResult read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? new JsonFiles().read(file, GateResult.class) : new GateResult(List.of());
    }

    /** Writes it into the folder of its experiment. */
    public void write(Path folder) throws IOException {
        new JsonFiles().write(folder.resolve(NAME), this);
    }

    /** {@code 2 of 3 met}, and of what could not be compared, why; empty if nothing is expected. */
    public String summary() {
        if (outcomes.isEmpty()) {
            return "";
        }
        long skipped = count(Outcome.Status.SKIPPED);
        long notHeld = count(Outcome.Status.NOT_HELD);
        return count(Outcome.Status.MET) + " of " + outcomes.size() + " met"
                + (skipped == 0 ? "" : ", " + skipped + " without a baseline")
                + (notHeld == 0 ? "" : ", " + notHeld + " not held");
    }

    /** The class of the style sheet for all of them: that of the worst. */
    public String style() {
        if (!failures().isEmpty()) {
            return style(Outcome.Status.UNMET);
        }
        return count(Outcome.Status.MET) > 0 ? style(Outcome.Status.MET) : "";
    }

    /** What was measured and wanted, of each that was not met or could not be told. */
    public List<String> failures() {
        return outcomes.stream()
                .filter(outcome -> style(outcome.status()).equals("unmet"))
                .map(Outcome::text)
                .toList();
    }

    /** How one ended, in words. */
    public static String inWords(Outcome.Status status) {
        return switch (status) {
            case MET -> "met";
            case UNMET -> "not met";
            case SKIPPED -> "no baseline yet";
            case NOT_HELD -> "not held";
            case ERROR -> "cannot be told";
        };
    }

    /** The class of the style sheet for how one ended; empty if it neither holds nor fails. */
    public static String style(Outcome.Status status) {
        return switch (status) {
            case MET -> "met";
            case UNMET, ERROR -> "unmet";
            case SKIPPED, NOT_HELD -> "";
        };
    }

    private long count(Outcome.Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }
}
