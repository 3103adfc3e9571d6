package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

import io.github.distillmaven.dataset.transfer.TransferResult;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import io.github.distillmaven.pipeline.step.Workspace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A transfer set is accepted")
class TransferAcceptanceTest {

    @TempDir
    private Path root;

    @Test
    @DisplayName("if it has as many examples as the student is to see")
    void ifItHasEnoughForTheStudent() throws Exception {
        assertThatCode(() -> require("3000")).doesNotThrowAnyException();
        assertThatCode(() -> require("0")).doesNotThrowAnyException();
        assertThatThrownBy(() -> require("3001"))
                .isInstanceOf(StepFailedException.class)
                .hasMessage(
                        "Experiment 'x': <student><examples> is 3001, but the transfer set has 3000 examples. Lower it, or set it to 0 for all of them.");
    }

    private void require(String studentExamples) throws Exception {
        Workspace workspace = TestWorkspace.of(root, Map.of("student.examples", studentExamples));
        Path folder = Files.createDirectories(workspace.step(StepName.TRANSFER).path());
        JsonMapper.shared()
                .writeValue(
                        folder.resolve("result.json"),
                        new TransferResult(3000, null, 3000, Collections.nCopies(10, 300)));
        new TransferAcceptance(workspace).require();
    }
}
