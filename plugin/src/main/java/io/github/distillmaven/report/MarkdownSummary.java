package io.github.distillmaven.report;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.github.distillmaven.report.account.Answer;
import io.github.distillmaven.report.account.Caveat;
import io.github.distillmaven.report.account.SettingRow;
import io.github.distillmaven.report.baseline.BaselineComparison;
import io.github.distillmaven.report.export.ArmTable;
import io.github.distillmaven.report.export.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * What matters of an experiment in GitHub-flavoured Markdown, for a job's summary or a comment: the content of {@code summary.md}.
 *
 * @param preset null if none
 * @param measure what the table is about and how its intervals are meant; a whole sentence
 * @param source where the published numbers are from; null if there are none
 * @param gate what came out of what is expected of the experiment
 * @param baseline null if there is none
 * @param labelsChanged what the controls changed, in a sentence; empty if there is nothing to say
 * @param attack what came of the attacks, in a sentence; empty if nothing was moved
 * @param fidelity how near the models are to their teachers
 * @param origin facts about the build, by name
 */
public record MarkdownSummary(
        String experiment,
        @Nullable String preset,
        Answer answer,
        ArmTable arms,
        String measure,
        @Nullable String source,
        GateResult gate,
        @Nullable BaselineComparison baseline,
        String labelsChanged,
        String attack,
        Fidelity fidelity,
        List<Caveat> caveats,
        List<SettingRow> settings,
        SortedMap<String, String> origin) {

    private static final String LEFT = "---";

    public String markdown() {
        Markdown markdown = new Markdown();
        markdown.heading(1, experiment);
        markdown.paragraph(Markdown.text(answer.before()) + " **" + Markdown.text(answer.number()) + "**"
                + (answer.after().startsWith(" ") ? " " : "") + Markdown.text(answer.after()));
        markdown.paragraph(Markdown.text(answer.reservation()));
        markdown.heading(2, "Result");
        markdown.numbers(arms.head(), arms.rows());
        markdown.paragraph(Markdown.text(source == null ? measure : measure + " Published numbers: " + source + "."));
        if (!labelsChanged.isEmpty()) {
            markdown.paragraph(Markdown.text(labelsChanged));
        }
        if (!attack.isEmpty()) {
            markdown.paragraph(Markdown.text(attack));
        }
        markdown.heading(2, "Fidelity to the teacher");
        markdown.numbers(
                heads(), fidelity.rows().stream().map(MarkdownSummary::cells).toList());
        markdown.paragraph(Markdown.text(fidelity.note()));
        if (!gate.outcomes().isEmpty()) {
            expected(markdown);
        }
        if (baseline != null) {
            compare(markdown, baseline);
        }
        markdown.heading(2, "Limits");
        markdown.items(caveats.stream()
                .map(caveat -> "**" + Markdown.text(caveat.lead()) + "** " + Markdown.text(caveat.text()))
                .toList());
        set(markdown);
        reproduce(markdown);
        return markdown.document();
    }

    private List<String> heads() {
        return Stream.concat(Stream.of("Model"), fidelity.heads().stream().map(Markdown::text))
                .toList();
    }

    private static List<String> cells(Fidelity.ModelMeans row) {
        return Stream.concat(Stream.of(Markdown.text(row.name())), row.means().stream())
                .toList();
    }

    private void expected(Markdown markdown) {
        markdown.heading(2, "Expectations: " + gate.summary());
        markdown.table(
                List.of("Expectation", "Outcome", "Measured"),
                List.of(LEFT, LEFT, LEFT),
                gate.outcomes().stream()
                        .map(outcome -> List.of(
                                Markdown.text(outcome.condition()),
                                GateResult.inWords(outcome.status()),
                                Markdown.text(outcome.text())))
                        .toList());
    }

    private static void compare(Markdown markdown, BaselineComparison baseline) {
        markdown.heading(2, "Compared with an earlier result");
        markdown.paragraph("Before: " + Markdown.code(baseline.name()) + " (" + Markdown.text(baseline.of()) + "). "
                + Markdown.text(baseline.verdict()));
        markdown.numbers(
                List.of("Number", "Before", "Now", "Difference", "95% of it"),
                baseline.rows().stream()
                        .map(row -> List.of(
                                Markdown.text(row.metric()),
                                row.before(),
                                row.after(),
                                row.difference(),
                                row.interval()))
                        .toList());
        if (!baseline.notes().isEmpty()) {
            markdown.items(baseline.notes().stream().map(Markdown::text).toList());
        }
    }

    private void set(Markdown markdown) {
        List<List<String>> changed = settings.stream()
                .filter(setting -> setting.changed() && !setting.path().equals("preset"))
                .map(setting -> List.of(
                        Markdown.text(setting.path()), Markdown.text(setting.value()), Markdown.text(setting.origin())))
                .toList();
        String start = preset == null ? "the defaults" : "the preset " + preset;
        markdown.heading(2, "Settings that differ from " + start);
        if (changed.isEmpty()) {
            markdown.paragraph("None.");
            return;
        }
        markdown.table(List.of("Setting", "Value", "Set by"), List.of(LEFT, LEFT, LEFT), changed);
    }

    private void reproduce(Markdown markdown) {
        if (!origin.containsKey("command")) {
            return;
        }
        markdown.heading(2, "How to reproduce this");
        String commit = origin.containsKey("commit") ? ", at commit " + Markdown.code(origin.get("commit")) : "";
        String changes = "true".equals(origin.get("dirty")) ? " with changes that are not committed" : "";
        markdown.paragraph(
                "In the module " + Markdown.code(origin.getOrDefault("project", "")) + commit + changes + ":");
        markdown.command(origin.get("command"));
    }
}
