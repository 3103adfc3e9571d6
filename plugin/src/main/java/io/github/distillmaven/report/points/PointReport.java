package io.github.distillmaven.report.points;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.report.Publication;
import io.github.distillmaven.report.WrittenReport;
import io.github.distillmaven.results.JsonFiles;
import io.github.distillmaven.results.PointEvidence;
import io.github.distillmaven.results.PointFindings;
import io.github.distillmaven.results.PointReportRequest;
import io.github.distillmaven.results.PointResultsComposer;

/** Writes the page of a two-dimensional experiment, with figures, and its {@code results.json}. */
public final class PointReport {

    private static final String RESULTS = "results.json";

    private final Publication publication = new Publication();
    private final JsonFiles json = new JsonFiles();

    /**
     * Reads the results of the steps and writes {@code report/} and {@code results.json} beside them. Whatever was there under these
     * names is replaced, but only once the new files are complete.
     *
     * @throws IOException if a step's file is missing or damaged, or nothing can be written; the message names the file and the goal
     *     that makes it
     */
    public WrittenReport write(PointReportRequest request) throws IOException {
        PointEvidence evidence = PointEvidence.read(request);
        PointFindings findings = PointFindings.of(request, evidence);
        Path report = request.folder().resolve("report");
        publication.replaceFolder(report, folder -> new PointPageWriter(request, evidence, findings).write(folder));
        publication.replaceFiles(
                request.folder(),
                folder -> json.write(
                        folder.resolve(RESULTS), new PointResultsComposer(request, evidence, findings).compose()));
        Path page = report.resolve("index.html");
        return new WrittenReport(
                page, request.folder().resolve(RESULTS), new PointSummary(request, findings).lines(page));
    }
}
