package io.github.distillmaven.results;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.report.ExperimentReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("A results.json of any origin")
class ResultsFileTest {

    @TempDir
    static Path reports;

    @TempDir
    Path folder;

    private Path path;
    private ResultsFile file;

    @BeforeAll
    static void report() throws Exception {
        Path folder = reports.resolve("garments-to-digits");
        new ExperimentReport()
                .write(new ExperimentFixture(folder)
                        .tests(50)
                        .transferSize(50)
                        .replicates(2)
                        .controls(ControlArms.SHUFFLED)
                        .write());
    }

    @BeforeEach
    void copy() throws Exception {
        path = folder.resolve("results.json");
        file = ResultsFile.in(folder);
        Files.copy(reports.resolve("garments-to-digits/results.json"), path);
    }

    @Test
    void isReadWithItsReplicatesAndControls() throws Exception {
        Results results = file.read();

        assertThat(results.experiment()).isEqualTo("garments-to-digits");
        assertThat(results.replicates()).extracting(Results.Replicate::seed).containsExactly(1L, 2L);
        assertThat(results.replicates().get(1).others()).containsOnlyKeys("shuffled");
    }

    @Test
    void maySayMoreThanIsKnown() throws Exception {
        replace("\\{\n  \"schema\"", "{\n  \"mood\" : \"good\",\n  \"schema\"");

        assertThat(file.read().replicates()).hasSize(2);
    }

    @Test
    void mayBeOfBeforeItNamedItsCommit() throws Exception {
        replace(",\\s+\"commit\" : null", "");

        assertThat(file.read().commit()).isNull();
    }

    @Test
    void isToldFromNoFile() throws Exception {
        Files.delete(path);

        assertThatThrownBy(file::read).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void ofAnotherVersionIsRefused() throws Exception {
        Files.writeString(path, "{\"schema\" : 1, \"fields\" : \"of another form\"}");

        assertRefused("schema 1, expected " + Results.SCHEMA);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '@',
            delimiter = ';',
            value = {
                "{\"name\": \"distill\"}; has no schema version, and so is not the result of an experiment",
                "[]; has no schema version, and so is not the result of an experiment",
                "<html>; is not JSON, in line 1",
                "{\"schema\": 3}}; is not JSON, in line 1"
            })
    void ofSomethingElseIsRefused(String content, String problem) throws Exception {
        Files.writeString(path, content);

        assertRefused(problem);
    }

    @Test
    void thatEndsEarlyIsRefused() throws Exception {
        String whole = Files.readString(path);
        Files.writeString(path, whole.substring(0, whole.indexOf("\"role\"")));

        assertThatIOException()
                .isThrownBy(file::read)
                .withMessageMatching("(?s)\\Q" + path + "\\E: ends in the middle, in line \\d+");
    }

    @Test
    void thatIsEmptyIsRefused() throws Exception {
        Files.writeString(path, "");

        assertRefused("has no schema version, and so is not the result of an experiment");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '@',
            delimiter = ';',
            value = {
                "(?s)(\"macroRecall\" :.*?\"value\") : [0-9.]+; $1 : NaN; 'replicates[0].arms.teacher.evaluations.test.macroRecall.value' is NaN instead of a finite number",
                "(?s)(\"agreement\" :.*?\"value\") : [0-9.]+; $1 : \"NaN\"; 'replicates[0].arms.student.evaluations.test.agreement.value' is \"NaN\" instead of a finite number",
                "\"size\" : 50; \"size\" : 50.5; 'replicates[0].arms.student.transfer.size' is 50.5 instead of a whole number",
                "\"size\" : 50,; @@; 'replicates[0].arms.student.transfer.size' is missing",
                "\"pValue\" : [0-9.E-]+; \"p\" : 1; 'replicates[0].arms.shuffled.mcNemar.pValue' is missing",
                "\"givenLabels\" : \\[[^]]*]; \"givenLabels\" : null; 'replicates[0].arms.student.transfer.givenLabels' is null",
                "\"givenLabels\" : \\[[^]]*]; \"givenLabels\" : 3; 'replicates[0].arms.student.transfer.givenLabels' is not an array",
                "\"experiment\" : \"[a-z-]+\"; \"experiment\" : null; 'experiment' is null",
                "\"key\" : \"[0-9a-z]+\"; \"key\" : null; 'replicates[0].key' is null",
                "\"role\" : \"[a-z]+\"; \"role\" : null; 'replicates[0].arms.teacher.role' is null",
                "\"teacher\" : \\{; \"tutor\" : {; 'replicates[0].arms.teacher' is missing",
                "\"preset\" : \"[a-z-]+\"; \"preset\" : 5; 'preset' is not a text",
                "(?s)\"replicates\" : .*\"summary\"; \"replicates\" : [], \"summary\"; no replicates",
                "\"low\" : [0-9.]+; \"low\" : 1; 'replicates[0].arms.teacher.evaluations.test.testAccuracy' begins after its end",
                "\"low\" : [0-9.]+; \"low\" : -0.5; 'replicates[0].arms.teacher.evaluations.test.testAccuracy.low' is -0.5 instead of a number from 0 to 1",
                "\"successes\" : [0-9]+; \"successes\" : 51; 'replicates[0].arms.teacher.evaluations.test.testAccuracy' has more successes than trials",
                "(?s)(\"testAccuracy\" :.*?\"value\") : [0-9.]+; $1 : 5; 'replicates[0].arms.teacher.evaluations.test.testAccuracy.value' is 5 instead of a number from 0 to 1",
                "(?s)(\"agreement\" :.*?\"value\") : [0-9.]+; $1 : -1; 'replicates[0].arms.student.evaluations.test.agreement.value' is -1 instead of a number from 0 to 1",
                "\"pValue\" : [0-9.E-]+; \"pValue\" : 1.5; 'replicates[0].arms.shuffled.mcNemar.pValue' is 1.5 instead of a number from 0 to 1",
                "\"mean\" : [0-9.]+; \"mean\" : 91.04; 'summary.arms.teacher.evaluations.training.trainAccuracy.mean' is 91.04 instead of a number from 0 to 1",
                "(?s)(\"advantage\".*?)\"mean\" : [0-9.-]+; $1\"mean\" : -1.5; 'summary.arms.shuffled.comparison.advantage.mean' is -1.5 instead of a number from -1 to 1",
                "\"commit\" : null; \"commit\" : {\"id\": \"ab\", \"time\": \"yesterday\", \"dirty\": false}; 'commit.time' is no time such as 2026-11-27T01:45:00Z",
                "\"commit\" : null; \"commit\" : {\"id\": \"ab\", \"time\": \"2026-11-27T01:45:00Z\", \"dirty\": 1}; 'commit.dirty' is neither true nor false",
                "\"commit\" : null; \"commit\" : {\"id\": null, \"time\": \"2026-11-27T01:45:00Z\", \"dirty\": true}; 'commit.id' is null",
                "\"size\" : 50; \"size\" : -50; 'replicates[0].arms.student.transfer.size' is -50, less than 0",
                "\"givenLabels\" : \\[[^]]*]; \"givenLabels\" : []; 'replicates[0].arms.student.transfer.givenLabels' is empty",
                "(?s)(\"macroRecall\" :.*?\"value\") : [0-9.]+; $1 : 1e999; 'replicates[0].arms.teacher.evaluations.test.macroRecall.value' is Infinity instead of a finite number"
            })
    void withAFieldThatIsNotWhatItShouldBeIsRefused(String pattern, String replacement, String problem)
            throws Exception {
        replace(pattern, replacement);

        assertRefused(problem);
    }

    @Test
    void nestedWithoutEndIsRefused() throws Exception {
        Files.writeString(path, "[".repeat(5_000) + "]".repeat(5_000));

        assertRefused("is nested deeper, or has longer numbers or names, than the results of an experiment");
    }

    @Test
    void withANumberOfMillionsOfDigitsIsRefused() throws Exception {
        Files.writeString(path, "{\"schema\" : " + "1".repeat(10_000_000) + "}");

        assertRefused("is nested deeper, or has longer numbers or names, than the results of an experiment");
    }

    @Test
    void ofBytesThatAreNoTextIsRefused() throws Exception {
        Files.write(path, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});

        assertThatIOException().isThrownBy(file::read).withMessageStartingWith(path + ": is not JSON");
    }

    @Test
    void thatFillsTheMemoryIsNotRead() throws Exception {
        try (RandomAccessFile huge = new RandomAccessFile(path.toFile(), "rw")) {
            huge.setLength(20L << 30);
        }

        assertRefused("is larger than 64 MB");
    }

    @Test
    void thatIsAFolderIsRefused() throws Exception {
        Files.delete(path);
        Files.createDirectory(path);

        assertRefused("is a folder");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipes in folders")
    @Timeout(10)
    void thatIsAPipeIsNotWaitedFor() throws Exception {
        Files.delete(path);
        assumeTrue(new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0, "there is no mkfifo");

        assertRefused("is not a regular file");
    }

    private void replace(String pattern, String replacement) throws IOException {
        String text = Files.readString(path);
        String changed = text.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(path, changed);
    }

    private void assertRefused(String problem) {
        assertThatIOException().isThrownBy(file::read).withMessage(path + ": " + problem);
    }
}
