package io.github.distillmaven.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.PointFixture;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A section of the page")
class SectionTest {

    /** All that it takes to add a section. */
    private static final class Seeds implements Section {

        @Override
        public String id() {
            return "seed-list";
        }

        @Override
        public String meaning() {
            return "the seeds of all replicates";
        }

        @Override
        public int place() {
            return 95;
        }

        @Override
        public String link() {
            return "Seeds";
        }

        @Override
        public Optional<Content> content(Subject subject) {
            return subject.request().replicated()
                    ? Optional.of(output -> output.writeContent(
                            "<section aria-labelledby=\"seed-list\"><h2 id=\"seed-list\">Seeds</h2><p>"
                                    + subject.request().seeds() + "</p></section>"))
                    : Optional.empty();
        }
    }

    @TempDir
    private Path folder;

    private StrictPage page(ReportRequest request) throws Exception {
        List<Section> sections = new ArrayList<>(Components.load(Section.class).all());
        sections.add(new Seeds());
        new ExperimentReport(Expectations.NONE, Components.of(Section.class, sections)).write(request);
        return new StrictPage(folder.resolve("report/index.html"));
    }

    private ExperimentFixture images() {
        return new ExperimentFixture(folder).tests(50).transferSize(50);
    }

    private static List<String> anchors(StrictPage page) {
        return page.elements("h2").stream()
                .map(heading -> heading.getAttribute("id"))
                .toList();
    }

    private static List<String> contents(StrictPage page) {
        return page.elements("a").stream()
                .map(link -> link.getAttribute("href"))
                .filter(link -> link.startsWith("#"))
                .toList();
    }

    @Test
    @DisplayName("stands at its place, and in the contents")
    void standsAtItsPlace() throws Exception {
        StrictPage page = page(images().replicates(2).write());

        page.assertNothingForbidden();
        page.assertAccessible();
        assertThat(anchors(page))
                .containsExactly(
                        "result",
                        "samples",
                        "labels",
                        "confusion",
                        "curves",
                        "fidelity",
                        "numbers",
                        "caveats",
                        "seed-list",
                        "settings",
                        "again");
        assertThat(contents(page))
                .isEqualTo(anchors(page).stream().map(anchor -> "#" + anchor).toList());
        assertThat(page.text()).contains("[1, 2]");
    }

    @Test
    @DisplayName("is not there where it does not apply")
    void isNotThereWhereItDoesNotApply() throws Exception {
        assertThat(anchors(page(images().write()))).doesNotContain("seed-list").contains("result", "again");
    }

    @Test
    @DisplayName("of points stands on the page of points alone")
    void ofPointsStandsOnTheirPageAlone() throws Exception {
        StrictPage page = page(new PointFixture(folder, List.of(20, 23)).write());

        assertThat(anchors(page))
                .containsExactly("panels", "result", "sets", "fidelity", "caveats", "seed-list", "settings", "again");
        assertThat(contents(page))
                .containsExactly(
                        "#panels", "#result", "#sets", "#fidelity", "#caveats", "#seed-list", "#settings", "#again");
    }
}
