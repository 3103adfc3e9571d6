package io.github.distillmaven.results;

import java.time.Instant;
import java.util.List;

/**
 * The build that writes a report.
 *
 * @param started when; a step that started later was made by it, any other was restored
 * @param profiles that its command line names
 */
public record ReportingBuild(Instant started, List<String> profiles) {

    public ReportingBuild {
        profiles = List.copyOf(profiles);
    }
}
