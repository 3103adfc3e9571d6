package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What a report came to.
 *
 * @param page {@code report/index.html} of the experiment
 * @param results its {@code results.json}
 * @param summary a few plain lines for the end of a log
 * @param markdown the same for a job's summary, the content of {@code summary.md}
 */
public record WrittenReport(Path page, Path results, List<String> summary, String markdown) {

    public WrittenReport {
        summary = List.copyOf(summary);
    }
}
