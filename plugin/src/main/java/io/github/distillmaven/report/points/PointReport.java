package io.github.distillmaven.report.points;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.report.Expectations;
import io.github.distillmaven.report.GateResult;
import io.github.distillmaven.report.LabelChanges;
import io.github.distillmaven.report.Publication;
import io.github.distillmaven.report.WrittenReport;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.export.Exports;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.PointEvidence;
import io.github.distillmaven.results.PointReportRequest;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;

/** Writes the page of a two-dimensional experiment, with figures, and its numbers beside it. */
public final class PointReport {

    private final Publication publication = new Publication();
    private final Expectations expectations;

    /** Of an experiment of which nothing is expected. */
    public PointReport() {
        this(Expectations.NONE);
    }

    /** @param expectations whose outcomes the page shows */
    public PointReport(Expectations expectations) {
        this.expectations = expectations;
    }

    /**
     * Reads the results of the steps, as {@link #write} does, and writes nothing.
     *
     * @return what {@code results.json} says of them
     * @throws IOException if a step's file is missing or damaged; the message names the file and the goal that makes it
     */
    public static Results results(PointReportRequest request) throws IOException {
        PointEvidence evidence = PointEvidence.read(request);
        return Findings.of(request, evidence).results();
    }

    /**
     * Reads the results of the steps and writes {@code report/} and the files of {@link Exports} beside them. Whatever was there under
     * these names is replaced, but only once the new files are complete.
     *
     * @throws IOException if a step's file is missing or damaged, or nothing can be written; the message names the file and the goal
     *     that makes it
     */
    public WrittenReport write(PointReportRequest request) throws IOException {
        PointEvidence evidence = PointEvidence.read(request);
        Findings findings = Findings.of(request, evidence);
        Path report = request.folder().resolve("report");
        Results results = findings.results();
        GateResult gate = new GateResult(expectations.judge(results));
        BaselineComparison baseline = BaselineComparison.of(request.occasion().baseline(), results);
        String labelsChanged = LabelChanges.of(results).sentence();
        PointPageWriter writer = new PointPageWriter(request, evidence, findings, gate, baseline, labelsChanged);
        publication.replaceFolder(report, writer::write);
        String markdown = writer.markdown();
        publication.replaceFiles(request.folder(), folder -> {
            new Exports(results, markdown).write(folder);
            gate.write(folder);
        });
        Path page = report.resolve("index.html");
        return new WrittenReport(
                page,
                ResultsFile.in(request.folder()).path(),
                new PointSummary(request, evidence, findings, baseline).lines(labelsChanged, page),
                markdown);
    }
}
