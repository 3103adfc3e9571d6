package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What a report came to.
 *
 * @param page {@code report/index.html} of the experiment
 * @param results its {@code results.json}
 * @param summary a few plain lines for the end of a log
 */
public record WrittenReport(Path page, Path results, List<String> summary) {

    public WrittenReport {
        summary = List.copyOf(summary);
    }
}
