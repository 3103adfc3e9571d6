package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gg.jte.Content;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.report.account.Account;
import io.github.distillmaven.report.account.LogSummary;
import io.github.distillmaven.report.account.SettingRow;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.export.ArmTable;
import io.github.distillmaven.report.export.Exports;
import io.github.distillmaven.report.text.ArmRow;
import io.github.distillmaven.results.Results;
import io.github.distillmaven.results.ResultsFile;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/** Writes the page of one experiment, with figures and images, and its numbers beside it. */
public final class ExperimentReport {

    private final Templates templates = new Templates();
    private final Publication publication = new Publication();
    private final Expectations expectations;
    private final Components<Section> sections;

    /** Of an experiment of which nothing is expected. */
    public ExperimentReport() {
        this(Expectations.NONE);
    }

    /** @param expectations whose outcomes the page shows */
    public ExperimentReport(Expectations expectations) {
        this(expectations, Components.load(Section.class));
    }

    /** @param sections of which the page shows those that apply */
    ExperimentReport(Expectations expectations, Components<Section> sections) {
        this.expectations = expectations;
        this.sections = sections;
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
        Evidence evidence = request.read();
        Findings findings = Findings.of(request, evidence);
        Account account = Account.of(evidence, findings);
        @Nullable
        BaselineComparison baseline = BaselineComparison.of(request.occasion().baseline(), findings.results());
        GateResult gate = new GateResult(expectations.judge(findings.results()));
        Path report = request.folder().resolve("report");
        String labelsChanged = LabelChanges.of(findings.results()).sentence();
        String attack =
                AttackSuccess.sentence(findings.results(), request.teacherData().drawn());
        publication.replaceFolder(
                report,
                folder -> writePages(
                        new Subject(request, evidence, findings, account, gate, baseline, folder, templates)));
        String markdown = markdown(request, findings, account, gate, baseline, labelsChanged, attack);
        publication.replaceFiles(request.folder(), folder -> {
            new Exports(findings.results(), markdown).write(folder);
            gate.write(folder);
        });
        Path page = report.resolve("index.html");
        return new WrittenReport(
                page,
                ResultsFile.in(request.folder()).path(),
                lines(request, account, labelsChanged, attack, baseline, page),
                markdown);
    }

    /** What the log says at the end of an experiment, in characters that every console shows. */
    private static List<String> lines(
            ReportRequest request,
            Account account,
            String labelsChanged,
            String attack,
            @Nullable BaselineComparison baseline,
            Path page) {
        List<String> lines = new ArrayList<>();
        lines.add(request.experiment() + ": " + account.answer().sentence());
        lines.addAll(account.lines());
        if (!labelsChanged.isEmpty()) {
            lines.add(labelsChanged);
        }
        if (!attack.isEmpty()) {
            lines.add(attack);
        }
        if (baseline != null) {
            lines.addAll(baseline.lines());
        }
        lines.replaceAll(LogSummary::plain);
        lines.add("Report: " + page);
        return lines;
    }

    private static String markdown(
            ReportRequest request,
            Findings findings,
            Account account,
            GateResult gate,
            @Nullable BaselineComparison baseline,
            String labelsChanged,
            String attack) {
        return new MarkdownSummary(
                        request.experiment(),
                        request.preset(),
                        account.answer(),
                        ArmTable.of(ArmRow.of(findings, account.format()), findings.replicated()),
                        Stream.of(
                                        account.measure(),
                                        findings.replicated() ? ArmRow.test(findings) : "",
                                        ArmRow.differences(findings))
                                .filter(sentence -> !sentence.isEmpty())
                                .collect(Collectors.joining(" ")),
                        Published.sourceOf(request.published()),
                        gate,
                        baseline,
                        labelsChanged,
                        attack,
                        Fidelity.of(request, findings),
                        account.caveats(),
                        SettingRow.of(request.settings()),
                        request.occasion().origin())
                .markdown();
    }

    private void writePages(Subject subject) throws IOException {
        ReportRequest request = subject.request();
        Path folder = subject.folder();
        List<ExperimentPage.Link> links = new ArrayList<>();
        List<Content> contents = new ArrayList<>();
        for (Section section : sections.all().stream()
                .sorted(Comparator.comparingInt(Section::place))
                .toList()) {
            Optional<Content> content = section.content(subject);
            content.ifPresent(contents::add);
            if (content.isPresent() && !section.link().isEmpty()) {
                links.add(new ExperimentPage.Link(section.anchor(), section.link()));
            }
        }
        Account account = subject.account();
        templates.write(
                folder.resolve("index.html"),
                "experiment",
                new ExperimentPage(request.experiment(), account.title(), account.answer(), links, contents));
        templates.write(
                folder.resolve("provenance.html"),
                "provenance",
                new ProvenancePage(
                        request.experiment(),
                        request.seed(),
                        request.replicated(),
                        subject.picture(
                                "provenance-steps",
                                StepTree.of(
                                        subject.evidence(), subject.findings().arms(), request.occasion()),
                                Subject.PAGE_WIDTH),
                        Provenance.of(subject.evidence(), request.occasion())));
        templates.copyStyleSheet(folder);
    }
}
