package io.github.distillmaven.report.sweep;

import java.util.List;

import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.figure.Picture;
import org.jspecify.annotations.Nullable;

/**
 * All that the template of a sweep's page prints.
 *
 * @param experiment name of the sweep
 * @param swept what was swept, in a sentence
 * @param answer what came out, in a sentence
 * @param reservation what that is worth
 * @param settings that are swept, a column each
 * @param controls further arms, a column each
 * @param picture null where the table says it all
 * @param caption of the picture
 * @param rows one per cell
 * @param trends what came out of what is expected between cells
 */
public record SweepPage(
        String experiment,
        String swept,
        String answer,
        String reservation,
        List<String> settings,
        List<String> controls,
        @Nullable Picture picture,
        String caption,
        List<SweepRow> rows,
        List<Outcome> trends) {

    public SweepPage {
        settings = List.copyOf(settings);
        controls = List.copyOf(controls);
        rows = List.copyOf(rows);
        trends = List.copyOf(trends);
    }

    /** Whether something is expected of each cell. */
    public boolean gated() {
        return rows.stream().anyMatch(row -> !row.gate().outcomes().isEmpty());
    }

    /** Whether some cell has several replicates. */
    public boolean replicated() {
        return rows.stream().anyMatch(row -> row.replicates() > 1);
    }

    /** How one of the trends ended, in words. */
    public String inWords(Outcome outcome) {
        return GateResult.inWords(outcome.status());
    }

    /** Its class in the style sheet. */
    public String style(Outcome outcome) {
        return GateResult.style(outcome.status());
    }

    /** Name of the file with the table. */
    public String file() {
        return CellTable.FILE;
    }
}
