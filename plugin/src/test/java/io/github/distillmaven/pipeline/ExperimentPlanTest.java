package io.github.distillmaven.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The plan of an experiment, with an engine in memory")
class ExperimentPlanTest extends InMemoryExperiment {

    private static final Map<String, String> THREE = and("replicates", "3");

    @Test
    @DisplayName("has all results where none is there, and makes none")
    void nothingIsThere() throws Exception {
        List<String> plan = plan(THREE);

        assertThat(plan)
                .contains(
                        "teacher 3 0 3 not known",
                        "transfer 3 0 3 not known",
                        "transfer of shuffled 3 0 3 not known",
                        "student 3 0 3 not known",
                        "student of shuffled 3 0 3 not known",
                        "together 15 0 15",
                        "How long these take is not known, because the store has nothing similar: teacher, transfer, transfer of shuffled, student, student of shuffled.")
                .noneMatch(line -> line.startsWith("Time"));
        assertThat(plan).first().isEqualTo("Nothing is made, because of -Ddistill.plan. The plan for experiment 'x':");
        assertThat(plan).anyMatch(line -> line.startsWith("data: ") && line.endsWith(" is there"));
        assertThat(engine.done()).isEmpty();
        assertThat(root.resolve("distill/x")).doesNotExist();
    }

    @Test
    @DisplayName("counts what is there, and knows from it how long the rest takes")
    void someAreThere() throws Exception {
        build(SMALL);
        again();

        assertThat(plan(THREE))
                .anyMatch(line -> line.matches("teacher 3 1 2 [0-9]+\\.[0-9]"))
                .anyMatch(line -> line.matches("student of shuffled 3 1 2 [0-9]+\\.[0-9]"))
                .anyMatch(line -> line.startsWith("Critical path: ") && line.contains("teacher "))
                .contains("together 15 5 10")
                .noneMatch(line -> line.contains("not known") || line.contains("How long"));
        assertThat(engine.done()).isEmpty();
    }

    @Test
    @DisplayName("has nothing to make after a build, also in another folder with the same store")
    void allAreThere() throws Exception {
        build(THREE);
        again();

        assertThat(plan(THREE)).contains("together 15 15 0").noneMatch(line -> line.startsWith("Time"));

        root = root.resolve("elsewhere");
        again();
        assertThat(plan(THREE)).contains("together 15 15 0");
    }

    @Test
    @DisplayName("has what is to be made again")
    void madeAgain() throws Exception {
        build(SMALL);
        again();

        assertThat(plan(and("rerun", "train-student")))
                .anyMatch(line -> line.startsWith("student 1 0 1 "))
                .contains("together 5 3 2");
    }

    @Test
    @DisplayName("of a shard has what that makes")
    void ofAShard() throws Exception {
        assertThat(plan(and("replicates", "3", "shard", "2/3"))).contains("together 5 0 5");
    }

    @Test
    @DisplayName("of a sweep counts once what its cells share")
    void ofASweep() throws Exception {
        // Two teachers, each with a transfer set and its control, and four students of each of the two.
        assertThat(plan(and("sweep.teacher.examples", "300, 500", "sweep.student.epochs", "1, 2")))
                .contains(
                        "teacher 2 0 2 not known",
                        "transfer 2 0 2 not known",
                        "transfer of shuffled 2 0 2 not known",
                        "student 4 0 4 not known",
                        "student of shuffled 4 0 4 not known",
                        "together 14 0 14");
    }

    private List<String> plan(Map<String, String> written) throws Exception {
        Map<String, String> planned = new HashMap<>(written);
        planned.put("plan", "true");
        build(planned);
        assertThat(log.lines()).filteredOn(line -> line.contains("together")).hasSize(1);
        return log.lines().stream()
                .map(line -> line.replaceFirst("^info: ", "").strip().replaceAll(" +", " "))
                .toList();
    }
}
