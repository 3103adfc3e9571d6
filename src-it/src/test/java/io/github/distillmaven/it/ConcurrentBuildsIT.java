package io.github.distillmaven.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Builds at the same time")
class ConcurrentBuildsIT {

    private static final String SHARED = TestProject.execution("x", Experiments.QUICK);
    private static final String OTHER_STUDENT = TestProject.execution(
            "x",
            Experiments.QUICK.replace(
                    "<student><network>linear</network>",
                    "<student><network>linear</network><batchSize>32</batchSize>"));
    private static final Pattern MADE = Pattern.compile("] (?:\\S+: )?(\\w+): made in [0-9.]+ s, key ([0-9a-f]{12})");

    @Test
    @DisplayName(
            "on one empty store, eight of them, make each key once, wait for each other, and end with the same bytes")
    void makeEachKeyOnce() throws InterruptedException {
        List<TestProject> projects = new ArrayList<>();
        for (int single = 1; single <= 4; single++) {
            projects.add(TestProject.withExecutions("single " + single, SHARED));
        }
        projects.add(TestProject.withModules("parallel 1", SHARED, SHARED));
        projects.add(TestProject.withModules("parallel 2", SHARED, OTHER_STUDENT));
        String store = projects.get(0).store().toString();
        List<RunningBuild> running = new ArrayList<>();
        projects.forEach(
                project -> running.add(project.with("distill.store", store).start("verify")));

        List<Build> ended = new ArrayList<>();
        for (RunningBuild build : running) {
            ended.add(build.await().orFail());
        }

        Map<String, Integer> made = madeKeys(ended);
        assertThat(made.keySet().stream().map(name -> name.split(" ")[0]).filter(step -> !step.equals("data")))
                .containsExactlyInAnyOrder("teacher", "transfer", "student", "student");
        assertThat(made.values()).containsOnly(1);
        List<Build> all = modules(ended);
        assertThat(all).hasSize(8);
        Build different = all.remove(all.size() - 1);
        Set<Object> same =
                all.stream().map(build -> Results.outputs(build, "x")).collect(Collectors.toSet());
        assertThat(same).hasSize(1).doesNotContain(Results.outputs(different, "x"));
        assertThat(ended)
                .anySatisfy(build -> assertThat(build.log()).contains(": waiting, the same is being made by "));
        new StoreFolder(projects.get(0).store()).assertSound();
    }

    @Test
    @DisplayName("in one checkout, each with two modules that have one build folder, work there one after the other")
    void takeTurnsInOneFolder() throws InterruptedException {
        TestProject project = TestProject.withModules("one checkout", SHARED, SHARED);
        for (String module : List.of("one", "two")) {
            project.file(
                    module + "/pom.xml",
                    TestProject.pom(module, SHARED)
                            .replace("<build>", "<build><directory>${project.basedir}/../target</directory>"));
        }
        RunningBuild first = project.startNamed("one checkout, first", "verify");
        RunningBuild second = project.startNamed("one checkout, second", "verify");

        List<Build> ended = List.of(first.await().orFail(), second.await().orFail());

        Map<String, Integer> made = madeKeys(ended);
        assertThat(made.keySet().stream().map(name -> name.split(" ")[0]).filter(step -> !step.equals("data")))
                .containsExactlyInAnyOrder("teacher", "transfer", "student");
        assertThat(made.values()).containsOnly(1);
        assertThat(ended)
                .anySatisfy(build -> assertThat(build.log())
                        .contains("Experiment 'x': waiting, ")
                        .contains(" is at work in "));
        assertThat(Results.outputs(ended.get(0), "x")).isNotNull();
        assertThat(ended.get(0).experiment("x"))
                .isDirectoryNotContaining("glob:**/{.lock,.holder,work,checkpoints}")
                .isDirectoryContaining("glob:**/report");
        new StoreFolder(project.store()).assertSound();
    }

    /** How often each step and key was made, over all logs. */
    private static Map<String, Integer> madeKeys(List<Build> builds) {
        Map<String, Integer> made = new TreeMap<>();
        builds.forEach(build -> {
            Matcher matcher = MADE.matcher(build.log());
            while (matcher.find()) {
                made.merge(matcher.group(1) + " " + matcher.group(2), 1, Integer::sum);
            }
        });
        return made;
    }

    /** The builds of single projects as they are, those of two modules taken apart. */
    private static List<Build> modules(List<Build> builds) {
        List<Build> modules = new ArrayList<>();
        for (Build build : builds) {
            if (build.experiment("x").toFile().exists()) {
                modules.add(build);
            } else {
                for (String module : List.of("one", "two")) {
                    modules.add(new Build(
                            build.exitCode(), build.lines(), build.folder().resolve(module)));
                }
            }
        }
        return modules;
    }
}
