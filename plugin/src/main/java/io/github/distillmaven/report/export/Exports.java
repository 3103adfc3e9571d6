package io.github.distillmaven.report.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;

/**
 * The numbers of an experiment as files for other tools and for people who read no page.
 *
 * @param results the content of {@code results.json}, and of {@code replicates.csv}
 * @param summary the content of {@code summary.md}
 */
public record Exports(Results results, String summary) {

    /** Name of the summary in the folder of its experiment. */
    public static final String SUMMARY = "summary.md";

    /** Writes all files into a folder. */
    public void write(Path folder) throws IOException {
        new JsonFiles().write(folder.resolve(ResultsFile.NAME), results);
        new ReplicateTable(results).write(folder.resolve(ReplicateTable.FILE));
        Files.writeString(folder.resolve(SUMMARY), summary, StandardCharsets.UTF_8);
    }
}
