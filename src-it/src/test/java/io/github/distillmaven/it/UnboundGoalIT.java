package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A goal whose predecessor's result is not there")
class UnboundGoalIT {

    @Test
    @DisplayName("names the goal to bind for missing data")
    void noData() {
        Build build = run("no-data", "train-teacher");

        assertThat(build.error())
                .isEqualTo(
                        ("Experiment 'x': the data is missing, there is no complete result in %s. Run the goal fetch-data"
                                        + " before train-teacher: add <goal>fetch-data</goal> to the execution 'x', or"
                                        + " call both on the command line.")
                                .formatted(build.experiment("x").resolve("data")));
    }

    @Test
    @DisplayName("names the goal to bind for a missing teacher, transfer set and student")
    void noTeacherTransferSetOrStudent() {
        Build noTeacher = run("no-teacher", "fetch-data", "mislabel");
        Build noTransfer = run("no-transfer", "fetch-data", "train-teacher", "train-student");
        Build noStudent = run("no-student", "fetch-data", "train-teacher", "mislabel", "report");

        assertThat(noTeacher.error())
                .isEqualTo(missing(noTeacher, "the teacher", "teacher", "train-teacher", "mislabel"));
        assertThat(noTransfer.error())
                .isEqualTo(missing(noTransfer, "the transfer set", "transfer", "mislabel", "train-student"));
        assertThat(noStudent.error())
                .isEqualTo(missing(noStudent, "the student", "student", "train-student", "report"));
    }

    @Test
    @DisplayName("is refused what was made with other settings, or changed since")
    void staleOrChanged() throws IOException {
        TestProject project = TestProject.withExecutions(
                        "stale", TestProject.execution("x", Experiments.QUICK, "fetch-data", "train-teacher"))
                .onSharedStore();
        assertThat(project.run("verify").succeeded()).isTrue();
        project.file("pom.xml", TestProject.pom("stale", TestProject.execution("x", Experiments.QUICK, "mislabel")));
        String again =
                " Run the goal train-teacher before mislabel: add <goal>train-teacher</goal> to the execution 'x', or call both on the command line.";

        Build otherSeed = project.with("distill.seed", "2").run("verify");

        Path teacher = otherSeed.experiment("x").resolve("teacher");
        assertThat(otherSeed.error())
                .isEqualTo("Experiment 'x': the teacher in %s was made with other settings (seed: 1 -> 2)."
                                .formatted(teacher)
                        + again);

        Files.writeString(teacher.resolve("model/saved_model.pb"), "something else");
        Build changed = project.with("distill.seed", "1").run("verify");

        assertThat(changed.error())
                .isEqualTo("Experiment 'x': %s was changed or removed after the goal train-teacher had made it."
                                .formatted(teacher.resolve("model/saved_model.pb"))
                        + again);
    }

    @Test
    @DisplayName("says that the order is wrong where the execution has the goal, but later")
    void wrongOrder() {
        Build build = run("order", "train-teacher", "fetch-data");

        assertThat(build.error())
                .isEqualTo(
                        ("Experiment 'x': the data is missing, there is no complete result in %s. The execution 'x' has the goal"
                                        + " fetch-data, but after train-teacher, and Maven runs the goals of a phase in this order. Put it before.")
                                .formatted(build.experiment("x").resolve("data")));
    }

    private static Build run(String name, String... goals) {
        return TestProject.withExecutions(name, TestProject.execution("x", Experiments.QUICK, goals))
                .onSharedStore()
                .run("verify");
    }

    private static String missing(Build build, String result, String folder, String goal, String of) {
        return ("Experiment 'x': %s is missing, there is no complete result in %s. Run the goal %s before %s: add"
                        + " <goal>%s</goal> to the execution 'x', or call both on the command line.")
                .formatted(result, build.experiment("x").resolve(folder), goal, of, goal);
    }
}
