package io.github.distillmaven.provenance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.distillmaven.experiment.StepRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@DisplayName("A step.json")
class StepRecordFileTest {

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() throws Exception {
        StepRecord made = StepRecords.teacher().write(folder, Map.of("history.csv", "1,0.5\n"));

        assertThat(StepRecordFile.in(folder).read()).isEqualTo(made);
        assertThat(Files.readString(folder.resolve("step.json")))
                .startsWith("{\n  \"step\" : \"teacher\",\n  \"key\" : ")
                .endsWith("\n  \"seconds\" : 1.5\n}\n");
    }

    @Test
    void fromBeforeThereWasAnOriginHasAnEmptyOne() throws Exception {
        StepRecord made = StepRecords.teacher().origin(Map.of()).write(folder, Map.of());
        Path file = folder.resolve("step.json");
        String json = Files.readString(file);
        Files.writeString(file, json.replace("  \"origin\" : { },\n", ""));

        assertThat(Files.readString(file)).isNotEqualTo(json);
        assertThat(StepRecordFile.in(folder).read()).isEqualTo(made);
    }

    @Test
    void thatLacksAnythingElseIsRefused() throws Exception {
        StepRecords.teacher().write(folder, Map.of());
        Path file = folder.resolve("step.json");
        Files.writeString(file, Files.readString(file).replaceFirst(" {2}\"key\" : .*\n", ""));

        assertThatIOException()
                .isThrownBy(() -> StepRecordFile.in(folder).read())
                .withMessageStartingWith(file + ": ")
                .withMessageContaining("'key'");
    }

    @Test
    void thatIsNoObjectIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("step.json"), "[]");

        assertThatIOException()
                .isThrownBy(() -> new StepRecordFile(file).read())
                .withMessage(file + ": is not the record of a step");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "started" : "2026-11-23T09:30:00Z" | "started" : "soon\\n::error::" | its field 'started' is not a time: soon?::error::
                    "seconds" : 1.5                    | "seconds" : -1             | its field 'seconds' is not a duration: -1.0
                    """)
    void withATimeThatNobodyCanCountWithIsRefused(String field, String wrong, String reason) throws Exception {
        StepRecords.teacher().write(folder, Map.of());
        Path file = folder.resolve("step.json");
        Files.writeString(file, Files.readString(file).replace(field, wrong));

        assertThatIOException()
                .isThrownBy(() -> StepRecordFile.in(folder).read())
                .withMessage(file + ": " + reason);
    }

    @Test
    void thatIsHugeIsNotRead() throws Exception {
        Path file = Files.write(folder.resolve("step.json"), new byte[(4 << 20) + 1]);

        assertThatIOException()
                .isThrownBy(() -> new StepRecordFile(file).read())
                .withMessage(file + ": is larger than 4194304 bytes");
    }
}
