package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Images that are moved toward a class and labelled with it")
class TargetedAttackIT {

    private static final String CONFIGURATION = """
            <controls>unperturbed,permuted-label-teacher</controls>
            <teacher><network>mlp</network><examples>2000</examples><epochs>2</epochs></teacher>
            <transfer>
                <inputs>synthetic-digits</inputs>
                <examples>1000</examples>
                <attack>pgd</attack>
                <norm>l2</norm>
                <epsilon>3</epsilon>
                <target>other</target>
                <labels>target</labels>
            </transfer>
            <student><network>mlp</network><epochs>1</epochs></student>
            <students>
                <student><name>spared</name><transfer><ensemble>1</ensemble><lambda>1</lambda></transfer></student>
            </students>
            """;

    private static Build build;

    @BeforeAll
    static void train() {
        build = TestProject.withExecutions("targeted", TestProject.execution("x", CONFIGURATION))
                .onSharedStore()
                .run("verify");
        assertThat(build.succeeded()).as(build.log()).isTrue();
    }

    @Test
    @DisplayName("never stand under their true class, and the teacher takes many for the class that they stand under")
    void standUnderTheirTargets() throws IOException {
        List<String[]> rows = rows("");

        assertThat(rows).hasSize(1000).allSatisfy(row -> assertThat(row[3]).isNotEqualTo(row[2]));
        assertThat(rows.stream().map(row -> row[3]).distinct()).hasSize(10);
        // A label that the teacher does not give has no confidence.
        assertThat(rows.stream().filter(row -> !row[4].equals("NaN")).count()).isGreaterThan(200);
    }

    @Test
    @DisplayName("stand under the same class unmoved, and moved by a teacher of permuted labels")
    void controlsHaveTheSameLabels() throws IOException {
        List<String> labels = labels("");

        assertThat(labels("controls/unperturbed/")).isEqualTo(labels);
        assertThat(labels("controls/permuted-label-teacher/")).isEqualTo(labels);
        Path moved = file("", "inputs.npy");
        assertThat(Files.mismatch(file("controls/permuted-label-teacher/", "inputs.npy"), moved))
                .as("its own teacher moved them")
                .isNotNegative();
        assertThat(file("controls/unperturbed/", "inputs.npy")).doesNotExist();
    }

    @Test
    @DisplayName("are moved otherwise where a further teacher is not to be fooled, which another student sees")
    void aFurtherTeacherMovesThemOtherwise() throws IOException {
        assertThat(labels("students/spared/")).isEqualTo(labels(""));
        assertThat(Files.mismatch(file("students/spared/", "inputs.npy"), file("", "inputs.npy")))
                .isNotNegative();
        assertThat(build.experiment("x").resolve("ensemble/1/teacher/model")).isDirectory();
        assertThat(build.log())
                .contains("teacher of ensemble, number 1: made in ")
                .contains("What an independent teacher answers to them is not known: this needs a second replicate.");
    }

    private static List<String> labels(String arm) throws IOException {
        return rows(arm).stream().map(row -> row[3]).toList();
    }

    /** Of {@code index,inputLabel,trueLabel,givenLabel,confidence}. */
    private static List<String[]> rows(String arm) throws IOException {
        return Files.readAllLines(file(arm, "transfer.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static Path file(String arm, String name) {
        return build.experiment("x").resolve(arm + "transfer").resolve(name);
    }
}
