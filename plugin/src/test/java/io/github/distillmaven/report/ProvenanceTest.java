package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.results.ExperimentFixture;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The provenance of a report")
class ProvenanceTest {

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = root.resolve("garments-to-digits");
    }

    @Test
    void timesAndSourcesStandOnTheirOwnPageAlone() throws Exception {
        write(new ExperimentFixture(folder));
        String first = Files.readString(folder.resolve("report/index.html"));
        String firstProvenance = Files.readString(folder.resolve("report/provenance.html"));

        write(new ExperimentFixture(folder).startedAt("2031-01-01T00:00:00Z").origin(Map.of("dirty", "true")));

        assertThat(folder.resolve("report/index.html")).hasContent(first);
        assertThat(Files.readString(folder.resolve("report/provenance.html"))).isNotEqualTo(firstProvenance);
    }

    @Test
    void tellsStepsOfThisBuildFromThoseRestored() throws Exception {
        write(new ExperimentFixture(folder));
        assertThat(page().text()).contains("The times of the 4 steps add up to").contains("This build made them all.");

        // The fixture's build starts at nine o'clock of that day.
        write(new ExperimentFixture(folder).startedAt("2026-11-23T08:59:59Z"));
        assertThat(page().text()).contains("This build made none of them: they existed already");
    }

    @Test
    void tellsHowManyStepsOfAFewWereMade() {
        Cost cost = new Cost(5, "9.0 s", 2, "1.5 s");

        assertThat(cost.making())
                .isEqualTo("This build made 2 of them, in 1.5 s; the others existed already, or came from the store.");
    }

    @Test
    void canBeReadAloudAndUnderAStrictPolicy() throws Exception {
        write(new ExperimentFixture(folder));

        page().assertAccessible();
        page().assertNothingForbidden();
    }

    @Test
    void showsTheCommitThatAStepWasMadeFrom() throws Exception {
        write(new ExperimentFixture(folder));

        assertThat(page().elements("tr").stream().map(Element::getTextContent).map(String::strip))
                .contains(
                        "commit" + "0123456789".repeat(4) + "data, teacher, transfer, student",
                        "dirtyfalsedata, teacher, transfer, student");
    }

    @Test
    void readsStepsThatDoNotKnowTheirOrigin() throws Exception {
        ReportRequest request = new ExperimentFixture(folder).origin(Map.of()).write();
        for (String step : List.of("data", "teacher", "transfer", "student")) {
            Path file = folder.resolve(step).resolve("step.json");
            String json = Files.readString(file);
            assertThat(json).contains("\"origin\":{},");
            Files.writeString(file, json.replace("\"origin\":{},", ""));
        }

        new ExperimentReport().write(request);

        assertThat(page().text()).doesNotContain("Origin");
        page().assertAccessible();
    }

    private static WrittenReport write(ExperimentFixture fixture) throws IOException {
        return new ExperimentReport().write(fixture.write());
    }

    private StrictPage page() throws Exception {
        return new StrictPage(folder.resolve("report/provenance.html"));
    }
}
