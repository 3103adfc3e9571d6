package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.extension.TransferRow;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.extension.Examples;
import io.github.distillmaven.metrics.ConfusionMatrix;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.export.ArmTable;
import io.github.distillmaven.report.export.Exports;
import io.github.distillmaven.report.export.ShareFormat;
import io.github.distillmaven.report.figure.BarChart;
import io.github.distillmaven.report.figure.CurveChart;
import io.github.distillmaven.report.figure.Picture;
import io.github.distillmaven.report.figure.PngImage;
import io.github.distillmaven.report.figure.ScatterPlot;
import io.github.distillmaven.results.Findings;
import io.github.distillmaven.results.ImageEvidence;
import io.github.distillmaven.results.ReportRequest;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.Role;

/** Writes the page of one experiment, with figures and images, and its numbers beside it. */
public final class ExperimentReport {

    private static final int PAGE_WIDTH = 944;
    private static final int PANEL_WIDTH = 440;
    private static final String PLUGIN = "plugin";

    private final Templates templates = new Templates();
    private final Publication publication = new Publication();
    private final Expectations expectations;

    /** Of an experiment of which nothing is expected. */
    public ExperimentReport() {
        this(Expectations.NONE);
    }

    /** @param expectations whose outcomes the page shows */
    public ExperimentReport(Expectations expectations) {
        this.expectations = expectations;
    }

    /**
     * Reads the results of all steps, as {@link #write} does, and writes nothing.
     *
     * @return what {@code results.json} says of them
     * @throws IOException if a step's file is missing or damaged; the message names the file and the goal that makes it
     */
    public static Results results(ReportRequest request) throws IOException {
        return Findings.of(request, request.read()).results();
    }

    /**
     * Reads the results of all steps of all replicates and controls, and writes {@code report/} and the files of {@link Exports} beside
     * them. Whatever was there under these names is replaced, but only once the new files are complete.
     *
     * @throws IOException if a step's file is missing or damaged, or nothing can be written; the message names the file
     *     and the goal that makes it
     */
    public WrittenReport write(ReportRequest request) throws IOException {
        ImageEvidence evidence = request.read();
        Findings findings = Findings.of(request, evidence);
        Results results = findings.results();
        BaselineComparison baseline = BaselineComparison.of(request.occasion().baseline(), results);
        GateResult gate = new GateResult(expectations.judge(results));
        Path report = request.folder().resolve("report");
        String labelsChanged = LabelChanges.of(results).sentence();
        publication.replaceFolder(report, folder -> writePage(folder, request, evidence, findings, gate, baseline));
        String markdown = markdown(request, findings, gate, baseline, labelsChanged);
        publication.replaceFiles(request.folder(), folder -> {
            new Exports(results, markdown).write(folder);
            gate.write(folder);
        });
        Path page = report.resolve("index.html");
        return new WrittenReport(
                page,
                ResultsFile.in(request.folder()).path(),
                new Summary(request, findings, baseline).lines(labelsChanged, page),
                markdown);
    }

    private static String markdown(
            ReportRequest request,
            Findings findings,
            GateResult gate,
            BaselineComparison baseline,
            String labelsChanged) {
        return new MarkdownSummary(
                        request.experiment(),
                        request.preset(),
                        Answer.of(request, findings),
                        ArmTable.of(findings.arms(), new ShareFormat.Percent()),
                        ("Right answers on the test images of "
                                        + request.teacherData().title() + ", in percent. "
                                        + (findings.replicated()
                                                ? "Intervals are Student’s t over the replicates; differences are paired by replicate. "
                                                : "Intervals are Wilson’s: they cover the choice of test images, of one network. ")
                                        + ArmTable.test(findings.arms()))
                                .strip(),
                        Published.sourceOf(request.published()),
                        gate,
                        baseline,
                        labelsChanged,
                        Caveat.of(request, findings),
                        SettingRow.of(request.settings()),
                        request.occasion().origin())
                .markdown();
    }

    private void writePage(
            Path folder,
            ReportRequest request,
            ImageEvidence evidence,
            Findings findings,
            GateResult gate,
            BaselineComparison baseline)
            throws IOException {
        List<Sample> transferSamples = Sample.ofTransferSet(request, evidence.transfer());
        List<Sample> testSamples =
                Sample.ofTestSet(request, evidence.first().student().model().predictions());
        Files.createDirectory(folder.resolve("images"));
        writeImages(folder, transferSamples, evidence.transferImages());
        writeImages(folder, testSamples, evidence.testImages());
        LabelHistogram given = new LabelHistogram(findings.student().transfer().givenLabels());
        LabelHistogram own = own(request, evidence);
        int scale = Math.max(given.highest(), own.highest());
        ScatterPlot teacherErrors = TeacherErrorPlot.of(request, findings);
        ExperimentPage page = new ExperimentPage(
                request.experiment(),
                request.preset(),
                request.seed(),
                request.teacherData().title(),
                request.inputs().title(),
                Published.sourceOf(request.published()),
                findings.replicated(),
                request.compares() ? Comparison.of(request, findings) : null,
                gate,
                baseline,
                Answer.of(request, findings),
                Picture.write(folder, "accuracies", AccuracyPlot.of(request, findings), PAGE_WIDTH),
                ResultRow.of(request, findings, evidence.first().student().lesson()),
                transferSamples,
                testSamples,
                request.teacherData().classNames().size(),
                request.inputs().classNames().size(),
                Picture.write(
                        folder,
                        "given-labels",
                        new BarChart("Given labels", request.teacherData().classNames(), given, scale, true),
                        PANEL_WIDTH),
                Picture.write(
                        folder,
                        "own-labels",
                        new BarChart("Own classes", request.inputs().classNames(), own, scale, false),
                        PANEL_WIDTH),
                ConfusionTable.of(
                        request.teacherData().classNames(),
                        ConfusionMatrix.of(evidence.first().student().model().predictions(), evidence.classes())),
                Picture.write(
                        folder,
                        "teacher-curves",
                        new CurveChart(
                                Role.TEACHER,
                                "training set",
                                evidence.first().teacher().history(),
                                findings.chance()),
                        PANEL_WIDTH),
                Picture.write(
                        folder,
                        "student-curves",
                        new CurveChart(
                                Role.STUDENT,
                                "given labels",
                                evidence.first().student().model().history(),
                                findings.chance()),
                        PANEL_WIDTH),
                teacherErrors == null ? null : Picture.write(folder, "teacher-errors", teacherErrors, PANEL_WIDTH),
                Caveat.of(request, findings),
                SettingRow.of(request.settings()),
                Remaking.of(
                        request.experiment(),
                        request.settings(),
                        request.occasion().profiles()),
                evidence.first().student().model().step().environment().get(PLUGIN));
        templates.write(folder.resolve("index.html"), "experiment", page);
        templates.write(
                folder.resolve("provenance.html"),
                "provenance",
                new ProvenancePage(
                        request.experiment(),
                        request.seed(),
                        findings.replicated(),
                        Provenance.of(evidence, request.occasion())));
        templates.copyStyleSheet(folder);
    }

    private static LabelHistogram own(ReportRequest request, ImageEvidence evidence) {
        return LabelHistogram.of(
                evidence.transfer().rows().stream().mapToInt(TransferRow::inputLabel),
                request.inputs().classNames().size());
    }

    private static void writeImages(Path folder, List<Sample> samples, Examples images) throws IOException {
        for (Sample sample : samples) {
            new PngImage(images, sample.index()).write(folder.resolve(sample.file()));
        }
    }
}
