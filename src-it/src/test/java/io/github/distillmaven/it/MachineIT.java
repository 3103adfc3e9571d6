package io.github.distillmaven.it;

import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A machine that is not up to it")
class MachineIT {

    @Test
    @DisplayName("is told how to give a worker more memory")
    void tooLittleMemory() {
        Build build = project("memory").with("distill.jvmArguments", "-Xmx12m").run("verify");

        assertThat(build.error())
                .matches(Pattern.compile("""
                        train-teacher of experiment 'x', seed 1: the worker ran out of memory, with a Java heap of at most 12 MB \\(.+\\).
                        Try: give the worker a larger Java heap, for example with -Ddistill.jvmArguments=-Xmx4g.
                        Log: \\Q%s\\E""".formatted(build.experiment("x").resolve("work/teacher/worker.log"))));
    }

    @Test
    @DisplayName("is told which platforms TensorFlow has natives for")
    void platformWithoutNatives() {
        Build build = project("platform").with("os.arch", "s390x").run("verify");

        assertThat(build.error()).isEqualTo("""
                        TensorFlow Java has no native library for Linux on s390x. It has some for linux-x86_64, linux-arm64, macosx-arm64, windows-x86_64.
                        Try: run the build on one of these, for example in a Linux container with a 64-bit Java.""");
    }

    @Test
    @DisplayName("is told that a worker's JVM does not start with these arguments")
    void impossibleArguments() {
        Build build =
                project("arguments").with("distill.jvmArguments", "-Xmx1q").run("verify");

        assertThat(build.error()).isEqualTo("""
                        train-teacher of experiment 'x', seed 1: the worker ended before it reached the build.
                        Exit code 1: the JVM could not start, or gave up.
                        Try: see the log, and check -Ddistill.jvmArguments if you set it.
                        The log %s ends with:
                            Invalid maximum heap size: -Xmx1q
                            Error: Could not create the Java Virtual Machine.
                            Error: A fatal exception has occurred. Program will exit.""".formatted(build.experiment("x").resolve("work/teacher/worker.log")));
    }

    private static TestProject project(String name) {
        return TestProject.withExecutions(
                        name, TestProject.execution("x", Experiments.QUICK, "fetch-data", "train-teacher"))
                .onSharedStore()
                .with("distill.rerun", "train-teacher");
    }
}
