package io.github.distillmaven.report.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.distillmaven.provenance.StepRecordFile;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;

/**
 * Results that were kept, as {@code results.json} in a folder of their own or as a file of any other name.
 *
 * @param name its path below the folder that all were kept in, without what all such paths end with
 * @param file with the content of {@code results.json}
 */
public record KeptResults(String name, Path file) {

    /** Deep enough for {@code <commit>/<module>/target/distill/<experiment>/results.json}. */
    private static final int DEPTH = 8;

    private static final String SUFFIX = ".json";
    private static final String OWN_FOLDER = "/" + ResultsFile.NAME;
    private static final Set<String> OTHERS =
            Set.of(StepRecordFile.NAME, GateResult.NAME, "result.json", "network.json");

    /** All below a folder, in the order of their paths. */
    public static List<KeptResults> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> !OTHERS.contains(file.getFileName().toString()))
                    .sorted()
                    .map(file -> new KeptResults(name(folder.relativize(file)), file))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path file) {
        String path = file.toString().replace(file.getFileSystem().getSeparator(), "/");
        return path.endsWith(OWN_FOLDER)
                ? path.substring(0, path.length() - OWN_FOLDER.length())
                : path.substring(0, path.length() - SUFFIX.length());
    }

    /** What the page says of it. Nothing is known of its page and its expectations, which were left where it was made. */
    OverviewRow row() throws IOException {
        Results results = new ResultsFile(file).read();
        String commit = results.commit() == null ? "" : results.commit().id();
        return new OverviewRow(name, results, "", new GateResult(List.of()), commit, Double.NaN);
    }
}
