package io.github.distillmaven.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.pipeline.step.StepDefinition;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.pipeline.step.StepName;
import io.github.distillmaven.pipeline.step.TestWorkspace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The teacher that is trained on permuted labels")
class PermutedLabelTeacherTest {

    @Test
    @DisplayName("has a key of its own, and all that decides the experiment's teacher decides it too")
    void hasAKeyOfItsOwn() throws Exception {
        StepDefinitions definitions =
                new StepDefinitions(TestWorkspace.of(Path.of("root"), Map.of()), new TreeMap<>(Map.of("threads", "2")));

        StepDefinition teacher = definitions.teacher();
        StepDefinition permuted =
                definitions.teacherOf(Components.load(Control.class).get("permuted-label-teacher"));

        assertThat(permuted.key()).isNotEqualTo(teacher.key());
        assertThat(permuted.settings())
                .containsAllEntriesOf(teacher.settings())
                .hasSize(teacher.settings().size() + 1);
        assertThat(permuted.settings()).containsEntry("control", "permuted-label-teacher");
        assertThat(permuted.inputs()).isEqualTo(teacher.inputs());
        assertThat(permuted.environment()).isEqualTo(teacher.environment());
        assertThat(permuted.step()).isEqualTo(StepName.TEACHER);
    }
}
