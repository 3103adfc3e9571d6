package io.github.distillmaven.site;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.report.overview.OverviewReport;
import io.github.distillmaven.report.overview.OverviewRow;
import io.github.distillmaven.report.overview.OverviewSweep;
import org.apache.maven.doxia.sink.Sink;

/** Writes the page that leads to the experiments, as a site's skin shows it. */
final class SitePage {

    private static final String TITLE = "Distillation";

    private final Sink sink;

    SitePage(Sink sink) {
        this.sink = sink;
    }

    /**
     * Writes the whole page.
     *
     * @param rows the module's own experiments
     * @param sweeps its own too
     * @param modules below this one that have such a page too, with their experiments, as far as they have been reported
     */
    void write(List<OverviewRow> rows, List<OverviewSweep> sweeps, Map<SiteModule, List<OverviewRow>> modules) {
        sink.head();
        sink.title();
        sink.text(TITLE);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(TITLE);
        sink.sectionTitle1_();
        paragraph("What students learn from the labels that a teacher gave to a transfer set, and from nothing else.");
        if (!rows.isEmpty()) {
            experiments(rows);
        } else if (modules.isEmpty() && sweeps.isEmpty()) {
            sink.paragraph();
            sink.text("No experiment has been reported yet. ");
            sink.monospaced();
            sink.text("mvn verify site");
            sink.monospaced_();
            sink.text(" runs the experiments before it builds this site.");
            sink.paragraph_();
        }
        if (!sweeps.isEmpty()) {
            sweeps(sweeps);
        }
        if (!modules.isEmpty()) {
            modules(modules);
        }
        sink.section1_();
        sink.body_();
        sink.flush();
    }

    private void experiments(List<OverviewRow> rows) {
        sink.section2();
        sink.sectionTitle2();
        sink.text("Experiments");
        sink.sectionTitle2_();
        sink.list();
        for (OverviewRow row : rows) {
            sink.listItem();
            link(address(row.link()), row.name());
            sink.text(": " + row.answer());
            sink.listItem_();
        }
        sink.list_();
        figure();
        sink.table();
        int[] alignments = new int[8];
        Arrays.fill(alignments, Sink.JUSTIFY_RIGHT);
        alignments[0] = Sink.JUSTIFY_LEFT;
        alignments[1] = Sink.JUSTIFY_LEFT;
        sink.tableRows(alignments, false);
        sink.tableRow();
        List.of("Experiment", "Preset", "Replicates", "Transfer set", "Teacher", "Student", "Published", "Chance")
                .forEach(this::header);
        sink.tableRow_();
        rows.forEach(this::row);
        sink.tableRows_();
        sink.table_();
        sink.paragraph();
        sink.text(
                "Accuracies on the test set of the teacher's data; of several replicates, mean ± standard deviation. ");
        link("./" + SiteReport.NAME + "/index.html", "The overview");
        sink.text(".");
        sink.paragraph_();
        sink.section2_();
    }

    private void row(OverviewRow row) {
        sink.tableRow();
        sink.tableCell();
        link(address(row.link()), row.name());
        sink.tableCell_();
        List.of(
                        row.preset(),
                        String.valueOf(row.replicates()),
                        row.transferSize(),
                        row.teacher(),
                        row.student(),
                        row.published(),
                        row.chance())
                .forEach(this::cell);
        sink.tableRow_();
    }

    private void sweeps(List<OverviewSweep> sweeps) {
        sink.section2();
        sink.sectionTitle2();
        sink.text("Sweeps");
        sink.sectionTitle2_();
        sink.list();
        for (OverviewSweep sweep : sweeps) {
            sink.listItem();
            link(address(sweep.link()), sweep.name());
            sink.text(": " + sweep.answer());
            sink.listItem_();
        }
        sink.list_();
        sink.section2_();
    }

    /** That of the overview, which a site has in the colours of paper. */
    private void figure() {
        sink.figure();
        sink.figureGraphics("./" + SiteReport.NAME + "/" + OverviewReport.FIGURE);
        sink.figureCaption();
        sink.text("Test accuracy of teachers and students, as in the table below");
        sink.figureCaption_();
        sink.figure_();
    }

    private void modules(Map<SiteModule, List<OverviewRow>> modules) {
        sink.section2();
        sink.sectionTitle2();
        sink.text("Modules with experiments");
        sink.sectionTitle2_();
        sink.list();
        modules.forEach((module, rows) -> {
            sink.listItem();
            link(module.link(), module.name());
            if (!rows.isEmpty()) {
                sink.list();
                rows.forEach(row -> {
                    sink.listItem();
                    link(module.address(row.link()), row.name());
                    sink.text(": " + row.answer());
                    sink.listItem_();
                });
                sink.list_();
            }
            sink.listItem_();
        });
        sink.list_();
        sink.section2_();
    }

    private static String address(String link) {
        return "./" + SiteReport.NAME + "/" + link.substring("./".length());
    }

    private void paragraph(String text) {
        sink.paragraph();
        sink.text(text);
        sink.paragraph_();
    }

    private void header(String text) {
        sink.tableHeaderCell();
        sink.text(text);
        sink.tableHeaderCell_();
    }

    private void cell(String text) {
        sink.tableCell();
        sink.text(text);
        sink.tableCell_();
    }

    private void link(String address, String text) {
        sink.link(address);
        sink.text(text);
        sink.link_();
    }
}
