package io.github.distillmaven.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.pipeline.step.StepFailedException;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Inputs that are moved against further teachers, with an engine in memory")
class EnsembleExperimentTest extends InMemoryExperiment {

    private static Map<String, String> moved(String... pairs) {
        Map<String, String> written = and(
                "transfer.inputs", "synthetic-digits",
                "transfer.attack", "pgd",
                "transfer.target", "next",
                "transfer.labels", "target",
                "controls", "none");
        written.putAll(Map.of("transfer.ensemble", "2", "transfer.lambda", "1"));
        for (int index = 0; index < pairs.length; index += 2) {
            written.put(pairs[index], pairs[index + 1]);
        }
        return written;
    }

    private static Map<String, String> without(Map<String, String> written) {
        Map<String, String> all = new HashMap<>(written);
        all.keySet().removeAll(List.of("transfer.ensemble", "transfer.lambda"));
        return all;
    }

    @Test
    @DisplayName("are moved against as many further teachers as an arm asks for, which every replicate has of its own")
    void furtherTeachersOfEveryReplicate() throws Exception {
        Map<String, String> written = moved(
                "replicates", "2",
                "students.student.name", "plain",
                "students.student.transfer.ensemble", "0",
                "students.student.transfer.lambda", "0",
                "students.student[2].name", "more",
                "students.student[2].transfer.ensemble", "3");
        build(written);

        assertThat(engine.done().stream()
                        .filter(label -> label.startsWith("train-teacher"))
                        .distinct())
                .hasSize(2 * (1 + 3));
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith("info: teacher of seed 2, ensemble, number 3: made in "));
        assertThat(seeds()).hasSize(2 * (1 + 3)).contains("1", "2");
        assertThat(inputs("transfer"))
                .anyMatch(name -> name.startsWith("ensemble/1/teacher/model/"))
                .anyMatch(name -> name.startsWith("ensemble/2/teacher/model/"))
                .noneMatch(name -> name.startsWith("ensemble/3/"));
        assertThat(inputs("students/more/transfer")).anyMatch(name -> name.startsWith("ensemble/3/teacher/model/"));
        assertThat(inputs("students/plain/transfer")).noneMatch(name -> name.startsWith("ensemble/"));
        assertThat(Files.readString(root.resolve("distill/x/report/provenance.html")))
                .contains("ensemble/2/teacher/model/means.npy");
        again();
        PathUtils.deleteDirectory(root.resolve("distill"));
        build(written);
        assertThat(engine.done()).isEmpty();
    }

    @Test
    @DisplayName("are those of the same settings without further teachers: the key says nothing of them")
    void noKeyOfOthersChanges() throws Exception {
        build(without(moved()));
        StepRecord plain = record("transfer");
        again();
        build(moved("transfer.ensemble", "0", "transfer.lambda", "0"));

        assertThat(engine.done()).isEmpty();
        assertThat(record("transfer").key()).isEqualTo(plain.key());
        assertThat(plain.settings()).doesNotContainKeys("transfer.ensemble", "transfer.lambda");
    }

    @Test
    @DisplayName("are moved again where a further teacher is another one")
    void anotherTeacherIsAnotherKey() throws Exception {
        build(moved());
        String key = record("transfer").key();
        build(moved("transfer.ensemble", "1"));

        assertThat(record("transfer").key()).isNotEqualTo(key);
        assertThat(record("ensemble/1/teacher").settings().get("seed"))
                .isNotEqualTo(record("ensemble/2/teacher").settings().get("seed"));
    }

    @Test
    @DisplayName("by the own teacher of a control are moved against the same further teachers")
    void aControlsOwnTeacherHasTheSameEnsemble() throws Exception {
        build(moved("controls", "permuted-label-teacher", "replicates", "2"));

        assertThat(inputs("controls/permuted-label-teacher/transfer"))
                .anyMatch(name -> name.startsWith("ensemble/2/teacher/model/"));
        assertThat(results()
                        .replicates()
                        .get(1)
                        .arm("permuted-label-teacher")
                        .taught()
                        .attack())
                .isNotNull();
    }

    @Test
    @DisplayName("need the goal that trains further teachers")
    void needTheGoalThatTrainsThem() throws Exception {
        try (ExperimentPipeline pipeline = pipeline(without(moved()), Optional.empty())) {
            pipeline.fetchData();
            pipeline.trainTeacher();
        }
        Path missing = root.resolve("distill/x/ensemble/1/teacher");

        try (ExperimentPipeline pipeline = pipeline(moved(), Optional.empty())) {
            assertThatThrownBy(pipeline::mislabel)
                    .isInstanceOf(StepFailedException.class)
                    .hasMessage("Experiment 'x': the teacher is missing, there is no complete result in " + missing
                            + ". Run the goal train-teacher before mislabel: add <goal>train-teacher</goal> to the execution 'x', or call"
                            + " both on the command line.");
        }
    }

    @Test
    @DisplayName("by networks side by side may have further teachers")
    void sideBySide() throws Exception {
        build(moved("sideBySide", "true", "replicates", "2", "teacher.network", "mlp", "student.network", "mlp"));

        assertThat(log.lines()).anyMatch(line -> line.matches("info: teacher: 6 made in .*"));
    }

    private Set<String> seeds() throws Exception {
        Path experiment = root.resolve("distill/x");
        try (Stream<Path> files = Files.walk(experiment)) {
            return files.filter(file -> file.endsWith("teacher/step.json"))
                    .map(file -> experiment.relativize(file.getParent()).toString())
                    .map(step -> record(step).settings().get("seed"))
                    .collect(Collectors.toSet());
        }
    }

    private Set<String> inputs(String step) {
        return record(step).inputs().keySet();
    }
}
