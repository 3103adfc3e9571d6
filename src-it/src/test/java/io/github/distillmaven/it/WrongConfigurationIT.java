package io.github.distillmaven.it;

import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A configuration that is wrong")
class WrongConfigurationIT {

    @Test
    @DisplayName("is refused with all its errors at once, before anything is fetched or forked")
    void allErrorsAtOnce() {
        TestProject project = TestProject.withExecutions("wrong", TestProject.execution("x", """
                                <preset>fashion-to-mnits</preset>
                                <sede>3</sede>
                                <teacher><network>transformer</network><epoch>3</epoch></teacher>
                                <student><epochs>-1</epochs></student>
                                """))
                .with("distill.device", "tpu");

        Build build = project.run("verify");

        assertThat(build.error()).isEqualTo("""
                        Experiment 'x' cannot run, its configuration has 6 errors:
                          - <sede> is not known. Did you mean <seed>? An experiment takes: attach, baseline, checkpointSeconds, cluster, controls, datasets, device, evaluationSets, expectations, experiment, haltOnFailure, instructionSet, jvmArguments, lock, locked, mirror, networks, plan, precision, preset, presetFile, remote, remoteMode, remoteTrust, replicates, rerun, seed, shard, sideBySide, store, storeLimit, storeMode, student, students, sweep, teacher, threads, transfer, workers, writeBaseline.
                          - <teacher><epoch> is not known. Did you mean <epochs>? <teacher> takes: augmentation, batchSize, classes, clipNorm, dataset, decayEpochs, decayFactor, deviation, dimensions, epochs, evaluateEvery, examples, initialWeights, input, learningRate, mean, model, momentum, network, onlyClasses, optimizer, output, scale, schedule, signature, validation, warmupEpochs, weightDecay, width.
                          - <preset> is 'fashion-to-mnits'; it must be the name of a preset. Did you mean 'fashion-to-mnist'? There are: garments-to-digits, audit, bugs-only, bugs-only-random, cifar10-cross-architecture, cifar10-d-rand, cifar10-d-rand-full, cifar10-errors, contentless, cross-architecture, errors-and-shortcuts-det, errors-and-shortcuts-other, errors-and-shortcuts-rand, fashion-d-det, fashion-d-other, fashion-d-rand, fashion-errors, fashion-to-mnist, fashion-to-mnist-normalized, inverse-subset, linear-from-d-plus-1, linear-from-d-plus-1-deep, mnist-d-det, mnist-d-other, mnist-d-rand, mnist-errors, noise-inputs, omitted-class, random-labels, soft-labels, subliminal, two-dimensional, weak-to-strong.
                          - <teacher><network> is 'transformer'; it must be one of cnn, densenet-bc-40-12, linear, mlp, mlp-1200, mlp-4x100, mlp-auxiliary, resnet18, resnet26, vgg11.
                          - <student><epochs> is '-1'; it must be a whole number from 1 to 10000.
                          - -Ddistill.device is 'tpu'; it must be one of cpu, gpu, gpu-cuda11. Did you mean 'cpu'?""");
        assertThat(Files.exists(project.store())).isFalse();
        assertThat(Files.exists(build.experiment("x"))).isFalse();
    }

    @Test
    @DisplayName(
            "is refused if a property on the command line belongs to nobody: neither to a goal nor to a POM of the build")
    void unknownProperty() {
        String mine = "<properties><distill.mine>1</distill.mine></properties>";
        String execution = TestProject.execution("x", Experiments.QUICK, "fetch-data");
        Build build = TestProject.withModules("property", "", execution)
                .file("one/pom.xml", TestProject.pom("one", "").replace("<build>", mine + "<build>"))
                .with("distill.mine", "2")
                .with("distill.skipReport", "true")
                .with("distill.teacher.widht", "16")
                .run("verify");

        assertThat(build.error()).isEqualTo("""
                        Experiment 'x' cannot run, its configuration has an error:
                          - -Ddistill.teacher.widht is not known. Did you mean -Ddistill.teacher.width? A property of your own needs a line in the POM's <properties>, or a name without 'distill.'.""");
    }

    @Test
    @DisplayName("is refused if the inputs have another shape than the teacher's images")
    void anotherShape() {
        assertThat(errorOf("shape", "<preset>fashion-to-mnist</preset><transfer><inputs>cifar10</inputs></transfer>"))
                .isEqualTo("""
                        Experiment 'x' cannot run, its configuration has an error:
                          - <transfer><inputs> is 'cifar10' with images of 32x32x3, but the teacher learns 'mnist' with images of 28x28x1. Choose inputs of the teacher's shape.""");
    }

    @Test
    @DisplayName("is refused where a name cannot be that of a folder")
    void badName() {
        Build build = TestProject.withExecutions("name", TestProject.execution("../x", Experiments.QUICK))
                .run("verify");

        assertThat(build.error()).isEqualTo("""
                        Experiment '../x' cannot run, its configuration has an error:
                          - The execution's <id>, or its <experiment>, '../x' names the experiment and its folder; use letters, digits, '.', '_', '-' and spaces, a letter or digit first.""");
    }

    @Test
    @DisplayName("is refused where a name has letters that Java cannot write in the locale C")
    void localeC() {
        Build build = TestProject.withExecutions(
                        "locale c", TestProject.execution("gr\u00f6\u00dfe", Experiments.QUICK))
                .withEnvironment("LC_ALL", "C")
                .run("verify");

        assertThat(build.error())
                .contains("its encoding is ANSI_X3.4-1968. Run Maven with a locale of UTF-8, such as LC_ALL=C.UTF-8,")
                .contains("cannot run, its configuration has an error:");
    }

    @Test
    @DisplayName("is refused by a goal of the store too: nothing is removed by a mistyped condition")
    void storeClean() {
        TestProject project =
                TestProject.withExecutions("clean", TestProject.execution("x", Experiments.QUICK, "fetch-data"));
        project.run("verify").orFail();
        List<String> entries = new StoreFolder(project.store()).entries();

        Build build = project.with("distill.experimnt", "e1")
                .with("distill.maxSize", "0")
                .with("Distill.damaged", "true")
                .with("distill.seed", "1")
                .run("io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version")
                        + ":store-clean");

        assertThat(build.error()).isEqualTo("""
                        distill:store-clean does nothing, because its options have 3 errors:
                          - -DDistill.damaged is not known. Did you mean -Ddistill.damaged? A property of your own needs a line in the POM's <properties>, or a name without 'distill.'.
                          - -Ddistill.experimnt is not known. Did you mean -Ddistill.experiment? A property of your own needs a line in the POM's <properties>, or a name without 'distill.'.
                          - -Ddistill.seed is for experiments, and does not choose entries. store-clean takes: -Ddistill.damaged, -Ddistill.experiment, -Ddistill.maxSize, -Ddistill.olderThan, -Ddistill.store.""");
        assertThat(new StoreFolder(project.store()).entries()).isNotEmpty().isEqualTo(entries);
    }

    @Test
    @DisplayName("is refused in pluginManagement too, where a goal of the command line finds it")
    void pluginManagement() {
        String pom = TestProject.pom("managed", TestProject.execution("x", "<sede>3</sede>mnist", "report"))
                .replace("<plugins>", "<pluginManagement><plugins>")
                .replace("</plugins>", "</plugins></pluginManagement>");
        TestProject project = TestProject.empty("managed").file("pom.xml", pom);
        String report = "io.github.distillmaven:distill-maven-plugin:" + System.getProperty("it.version") + ":report";

        assertThat(project.run(report + "@x").error())
                .contains("Experiment 'x' cannot run, its configuration has 2 errors:")
                .contains("<configuration> holds the text 'mnist' between its elements.")
                .contains("<sede> is not known. Did you mean <seed>?");
        Build noneOfThem = project.run(report);
        assertThat(noneOfThem.error())
                .isEqualTo(("Experiment 'default-cli': the data is missing, there is no complete result in %s."
                                + " The POM has no experiment of that name, but: 'x'."
                                + " Name the execution, such as 'mvn distill:report@x', or the experiment, with <experiment>.")
                        .formatted(noneOfThem.experiment("default-cli").resolve("data")));
    }

    private static String errorOf(String name, String configuration) {
        return TestProject.withExecutions(name, TestProject.execution("x", configuration))
                .run("verify")
                .error();
    }
}
