package io.github.distillmaven.it;

import java.nio.file.Files;

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
                                <teacher><network>vgg</network><epoch>3</epoch></teacher>
                                <student><epochs>-1</epochs></student>
                                """))
                .with("distill.device", "tpu");

        Build build = project.run("verify");

        assertThat(build.error()).isEqualTo("""
                        Experiment 'x' cannot run, its configuration has 6 errors:
                          - <sede> is not known. Did you mean <seed>? An experiment takes: baseline, checkpointSeconds, controls, device, expectations, haltOnFailure, instructionSet, jvmArguments, lock, locked, mirror, precision, preset, remote, remoteMode, remoteTrust, replicates, rerun, seed, store, storeLimit, storeMode, student, teacher, threads, transfer, workers, writeBaseline.
                          - <teacher><epoch> is not known. Did you mean <epochs>? <teacher> takes: augmentation, batchSize, dataset, epochs, examples, learningRate, momentum, network, optimizer, schedule, weightDecay, width.
                          - <preset> is 'fashion-to-mnits'; it must be the name of a preset. Did you mean 'fashion-to-mnist'? There are: garments-to-digits, fashion-to-mnist, fashion-to-mnist-normalized, two-dimensional, mnist-errors, fashion-errors, cifar10-errors.
                          - <teacher><network> is 'vgg'; it must be one of linear, mlp, mlp-4x100, cnn, resnet18.
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
                          - The execution's <id> '../x' names the experiment and its folder; use letters, digits, '.', '_', '-' and spaces, a letter or digit first.""");
    }

    private static String errorOf(String name, String configuration) {
        return TestProject.withExecutions(name, TestProject.execution("x", configuration))
                .run("verify")
                .error();
    }
}
