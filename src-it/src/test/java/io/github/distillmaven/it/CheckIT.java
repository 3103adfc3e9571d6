package io.github.distillmaven.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The gate at the end of a build")
class CheckIT {

    private static final String[] GOALS = {"fetch-data", "train-teacher", "mislabel", "train-student", "report", "check"
    };

    private static final String ENDLESS = """
            <teacher><network>linear</network><epochs>10000</epochs></teacher>
            """;

    @Test
    @DisplayName("fails the build with what was measured and wanted, or warns of it if it shall not halt")
    void unmet() throws Exception {
        TestProject project = project(
                "check unmet",
                expectation("student.testAccuracy", "<min>0.01</min><max>0.02</max>")
                        + expectation("transfer.size", "<min>1000000</min>"));

        Build failed = project.run("verify");

        String report = " Report: " + failed.experiment("x").resolve("report").resolve("index.html");
        String accuracy = "Experiment 'x': student.testAccuracy is " + accuracy(failed)
                + ", wanted at most 2% (<max> of <expectation> 1 in <expectations>)." + report;
        String size = String.format(
                        Locale.ROOT,
                        "Experiment 'x': transfer.size is %,d, wanted at least 1,000,000 (<min> of <expectation> 2 in <expectations>).",
                        transferSize(failed))
                + report;
        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.error()).isEqualTo(accuracy + "\n" + size);
        assertThat(failed.log())
                .contains(
                        "[INFO] Experiment 'x': student.testAccuracy is " + accuracy(failed)
                                + ", as expected at least 1%.",
                        "MojoFailureException");
        Path cases = failed.experiment("x").resolve("TEST-x.xml");
        String written = Files.readString(cases);
        assertThat(written)
                .contains(
                        "<testsuite name=\"distill.x\" time=\"0\" tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"2\">");

        Build warned = project.with("distill.haltOnFailure", "false").run("verify");

        assertThat(warned.orFail().lines()).contains("[WARNING] " + accuracy, "[WARNING] " + size);
        assertThat(Files.readString(cases)).isEqualTo(written);
    }

    @Test
    @DisplayName("checks all experiments of a module before the first failure ends its build")
    void allOfAModule() throws Exception {
        String phase = "<phase>verify</phase><goals>";
        TestProject project = TestProject.withExecutions(
                        "check all",
                        (TestProject.execution(
                                                "x",
                                                Experiments.QUICK
                                                        + expectations(expectation("student", "<max>0</max>")),
                                                GOALS)
                                        + TestProject.execution(
                                                "y",
                                                Experiments.QUICK
                                                        + expectations(expectation("student", "<max>0.001</max>")),
                                                "run")
                                        + TestProject.execution(
                                                "z",
                                                Experiments.QUICK
                                                        + expectations(expectation("student", "<min>0</min>")),
                                                "run"))
                                .replace("<goals>", phase))
                .onSharedStore();

        Build build = project.run("verify");

        assertThat(build.error())
                .containsSubsequence(
                        "Experiment 'x': student is ",
                        ", wanted at most 0% (",
                        "\nExperiment 'y': student is ",
                        ", wanted at most 0.1% (")
                .doesNotContain("'z'");
        for (String experiment : new String[] {"x", "y", "z"}) {
            assertThat(build.experiment(experiment).resolve("TEST-" + experiment + ".xml"))
                    .isNotEmptyFile();
        }
        assertThat(build.linesWith(":run (z) on project")).isNotEmpty();
        assertThat(build.linesWith(":check (x) on project")).isEmpty();
        assertThat(build.lines()).contains("[ERROR] The build fails after the last check of this module.");
        assertThat(Files.readString(build.folder().resolve("target/distill/index.html")))
                .contains("<td class=\"unmet\">0 of 1 met</td>", "<td class=\"met\">1 of 1 met</td>");
        assertThat(Files.readString(build.experiment("x").resolve("report/index.html")))
                .contains("What the goal <code>check</code> expects of these results: 0 of 1 met.")
                .contains(", wanted at most 0% (");

        Build alone = project.run(
                "io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":check@x");

        assertThat(alone.error()).startsWith("Experiment 'x': student is ").doesNotContain("'y'");

        Build unsaid =
                project.run("io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":run");

        assertThat(unsaid.error())
                .isEqualTo(
                        "Experiment 'garments-to-digits' cannot run, its configuration has an error:\n  - No experiment is named. There are: 'x', 'y', 'z'. Name one of them, such as with 'mvn distill:run@x', or name a preset with -Ddistill.preset.");
    }

    @Test
    @DisplayName("warns of a missing baseline, writes it when told to, and fails what is worse")
    void baseline() throws Exception {
        TestProject project = project(
                "check baseline", expectation("treatment", "<noWorseThanBaselineBy>0.02</noWorseThanBaselineBy>"));
        Path file = project.folder().resolve("src/distill/x.json");

        Build first = project.run("verify").orFail();

        assertThat(first.lines())
                .contains(
                        "[WARNING] Experiment 'x': treatment is %s, and there is no baseline src/distill/x.json yet to compare it with (<noWorseThanBaselineBy> of <expectation> 1 in <expectations>). Write it with: mvn verify -Pstaged \"-Ddistill.store=%s\" -Ddistill.writeBaseline"
                                .formatted(accuracy(first), TestProject.SHARED_STORE));
        assertThat(file).doesNotExist();

        Build written =
                project.with("distill.writeBaseline", "true").run("verify").orFail();

        assertThat(file).hasSameBinaryContentAs(written.experiment("x").resolve("results.json"));
        assertThat(file.getParent()).isDirectoryContaining("glob:**x.json");
        assertThat(written.log())
                .contains("Experiment 'x': these results are the baseline src/distill/x.json from now on. Commit it.");

        String sound = Files.readString(file);
        Files.writeString(file, sound.substring(0, 100));
        Build damaged = project.with("distill.baseline", "src/distill/x.json")
                .without("distill.writeBaseline")
                .run("verify");
        Build mended =
                project.with("distill.writeBaseline", "true").run("verify").orFail();
        project.without("distill.baseline");

        assertThat(damaged.error())
                .contains(file + ": ends in the middle, in line ")
                .endsWith("This file is the baseline: restore it from version control, or write it anew with"
                        + " -Ddistill.writeBaseline.");
        assertThat(file).hasContent(sound);
        assertThat(mended.lines())
                .contains(
                        "[WARNING] Experiment 'x': nothing is compared with the baseline src/distill/x.json, which cannot be read. The goal check writes it anew (-Ddistill.writeBaseline).");

        String accuracy =
                "\"value\" : " + Results.test(student(written)).get("value").asString() + ",";
        Files.writeString(file, Files.readString(file).replace(accuracy, "\"value\" : 0.9995,"));
        Build worse = project.without("distill.writeBaseline").run("verify");

        assertThat(worse.error())
                .startsWith("Experiment 'x': treatment is ")
                .contains(
                        ", wanted at most 2 points below the ",
                        " of the baseline src/distill/x.json (<noWorseThanBaselineBy> of <expectation> 1 in"
                                + " <expectations>). Report: ");
    }

    @Test
    @DisplayName("does not pass without results of this very build")
    void noResults() throws Exception {
        TestProject project = project("check stale", expectation("student", "<min>0</min>"));
        Build sound = project.run("verify").orFail();
        Path results = sound.experiment("x").resolve("results.json");
        String again =
                " The execution 'x' has the goal report, but it did not run before check in this build, or in this order. Run 'mvn verify', or 'mvn distill:report@x distill:check@x'; where both are bound, see that the phase and the place of report are before those of check.";

        String measured = Files.readString(results);
        Files.writeString(results, measured.replaceFirst("\"value\" : [0-9.]+", "\"value\" : 0.9999"));
        Build edited = project.run(
                "io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":check@x");
        Files.writeString(results, measured);

        assertThat(edited.error())
                .isEqualTo("Experiment 'x': " + results
                        + " does not hold the numbers of the trainings: it was changed after the goal report wrote it, or another version of this plugin wrote it."
                        + again);

        Build otherStudent = project.with("distill.student.epochs", "2")
                .with("distill.skipReport", "true")
                .run("verify");

        String stale =
                "Experiment 'x': " + results + " holds the numbers of an earlier build with other settings." + again;
        assertThat(otherStudent.error()).isEqualTo(stale);
        assertThat(Files.readString(sound.experiment("x").resolve("TEST-x.xml")))
                .contains(
                        "tests=\"1\" errors=\"1\" skipped=\"0\" failures=\"0\"",
                        "holds the numbers of an earlier build with other settings.");

        Build checkAlone = project.with("distill.seed", "2")
                .run("io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":check@x");

        assertThat(checkAlone.error())
                .startsWith("Experiment 'x': the teacher in ")
                .contains(
                        " was made with other settings (seed: 1 -> 2). The execution 'x' has the goal train-teacher, but it did"
                                + " not run before check in this build");

        Files.delete(results);
        Build missing = project.without("distill.seed")
                .without("distill.student.epochs")
                .with("distill.haltOnFailure", "false")
                .run("verify");

        assertThat(missing.error()).isEqualTo("Experiment 'x': " + results + " is missing." + again);
    }

    @Test
    @DisplayName("fails both a module whose training is killed and one that is not as expected, side by side")
    void killedTraining() throws Exception {
        TestProject project = TestProject.withModules(
                        "check modules",
                        TestProject.execution(
                                "x", ENDLESS + expectations(expectation("student", "<min>0</min>")), GOALS),
                        TestProject.execution(
                                "x", Experiments.QUICK + expectations(expectation("student", "<max>0</max>")), GOALS))
                .onSharedStore()
                .with("maven.test.failure.ignore", "true")
                .withArgument("-fae");
        CompletableFuture<Build> running = CompletableFuture.supplyAsync(() -> project.run("verify"));
        Path log = project.folder().resolve("one/target/distill/x/work/teacher/worker.log");
        while (!running.isDone() && (Files.notExists(log) || Files.size(log) == 0)) {
            Thread.sleep(100);
        }

        Workers.below(project.folder().resolve("one")).forEach(ProcessHandle::destroyForcibly);

        Build build = running.get(1, TimeUnit.MINUTES);
        assertThat(build.succeeded()).isFalse();
        assertThat(build.linesWith("[ERROR] Failed to execute goal ")).hasSize(2);
        assertThat(build.linesWith(":train-teacher (x) on project one: ")).isNotEmpty();
        assertThat(build.linesWith(":check (x) on project two: Experiment 'x': student is "))
                .isNotEmpty();
        assertThat(build.linesWith("check (x) @ one")).isEmpty();
    }

    @Test
    @DisplayName("has its expectations checked before anything is fetched or forked")
    void wrongExpectations() {
        TestProject project = project(
                "check wrong",
                expectation("student.testAcuracy", "<min>0.5</min>")
                        + expectation("student", "<min>45</min><mx>1</mx>"));

        Build build = project.run("verify");

        assertThat(build.error())
                .startsWith("Experiment 'x' cannot run, its configuration has 3 errors:\n"
                        + "  - <expectations><expectation><mx> is not known. Did you mean <max>?")
                .contains(
                        "  - <metric> of <expectation> 1 in <expectations> is 'student.testAcuracy'; it must be the name of a"
                                + " metric. Did you mean 'student.testAccuracy'? There are: ")
                .endsWith(
                        "  - <min> of <expectation> 2 in <expectations> is '45'; it must be a number from 0 to 1. student is"
                                + " a share. Did you mean 0.45?");
        assertThat(build.linesWith(":fetch-data (x) on project")).isNotEmpty();
        assertThat(build.experiment("x")).doesNotExist();
    }

    private static TestProject project(String name, String expectations) {
        return TestProject.withExecutions(
                        name, TestProject.execution("x", Experiments.QUICK + expectations(expectations), GOALS))
                .onSharedStore();
    }

    private static String expectations(String expectations) {
        return "<expectations>" + expectations + "</expectations>";
    }

    private static String expectation(String metric, String conditions) {
        return "<expectation><metric>" + metric + "</metric>" + conditions + "</expectation>";
    }

    private static JsonNode student(Build build) {
        return Results.arm(Results.of(build, "x").get("replicates").get(0), "student");
    }

    private static int transferSize(Build build) {
        return student(build).get("transfer").get("size").asInt();
    }

    /** As the log prints it: {@code 47.1% [46.1, 48.1]}. */
    private static String accuracy(Build build) {
        JsonNode accuracy = Results.test(student(build));
        return String.format(
                Locale.ROOT,
                "%.1f%% (one network; [%.1f, %.1f] by the choice of test images)",
                100 * accuracy.get("value").asDouble(),
                100 * accuracy.get("low").asDouble(),
                100 * accuracy.get("high").asDouble());
    }
}
