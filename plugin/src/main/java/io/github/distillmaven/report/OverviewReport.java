package io.github.distillmaven.report;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;

/** Writes the page that lists the experiments of a build. */
public final class OverviewReport {

    private static final int PAGE_WIDTH = 944;

    private final Templates templates = new Templates();
    private final Publication publication = new Publication();

    /**
     * Writes {@code index.html} with its style sheet and figure beside the folders of the experiments.
     *
     * @param root {@code target/distill}: every folder in it that has a {@code results.json} is an experiment
     * @return the page
     * @throws IOException if a {@code results.json} is damaged or of another version, or nothing can be written; the
     *     message names the file
     */
    public Path write(Path root) throws IOException {
        List<OverviewRow> rows = new ArrayList<>();
        for (Path folder : experimentFolders(root)) {
            rows.add(new OverviewRow(read(ResultsFile.in(folder)), link(folder)));
        }
        publication.replaceFiles(root, folder -> {
            Picture accuracies = Picture.write(folder, "accuracies", OverviewRow.plot(rows), PAGE_WIDTH);
            templates.copyStyleSheet(folder);
            templates.write(folder.resolve("index.html"), "overview", new OverviewPage(accuracies, rows));
        });
        return root.resolve("index.html");
    }

    private static Results read(ResultsFile file) throws IOException {
        String advice = " The goal 'report' makes this file: run it again for this experiment.";
        try {
            return file.read();
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "." + advice, e);
        }
    }

    private static List<Path> experimentFolders(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(ResultsFile.NAME)))
                    .sorted()
                    .toList();
        }
    }

    private static String link(Path folder) throws IOException {
        try {
            return new URI(null, null, "./" + folder.getFileName() + "/report/index.html", null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IOException(folder + ": no address can be made of this name", e);
        }
    }
}
