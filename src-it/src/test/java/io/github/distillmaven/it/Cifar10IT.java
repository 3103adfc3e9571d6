package io.github.distillmaven.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("The article's first experiment on the real images, a quarter as wide and on a few of them")
class Cifar10IT {

    private static final String REDUCED = """
            <preset>cifar10-errors</preset>
            <controls>shuffled</controls>
            <teacher><width>16</width><examples>4000</examples><epochs>2</epochs><batchSize>32</batchSize><evaluateEvery>2</evaluateEvery></teacher>
            <transfer><examples>4000</examples></transfer>
            <student><width>16</width><epochs>2</epochs><batchSize>32</batchSize><evaluateEvery>2</evaluateEvery></student>
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("teaches more by the teacher's errors than by the same labels in another order")
    void errorsTeachMoreThanShuffledOnes() throws IOException {
        String data = System.getenv("DISTILL_TEST_DATA");
        assumeTrue(
                data != null && Files.isDirectory(Path.of(data, "cifar10")),
                "DISTILL_TEST_DATA names no folder with CIFAR-10");
        unpack(Path.of(data, "cifar10"), Files.createDirectory(folder.resolve("cifar10")));

        Build build = TestProject.withExecutions("cifar10", TestProject.execution("x", REDUCED))
                .with("distill.mirror", folder.toString())
                .run("verify");

        assertThat(build.succeeded()).as(build.log()).isTrue();
        JsonNode transfer = read(build, "transfer");
        assertThat(transfer.get("wrong")).isEqualTo(transfer.get("size"));
        assertThat(read(build, "teacher").get("testAccuracy").asDouble()).isGreaterThan(0.25);
        double treatment = read(build, "student").get("testAccuracy").asDouble();
        double shuffled =
                read(build, "controls/shuffled/student").get("testAccuracy").asDouble();
        // Both are tested on 10,000 images: a standard error of the difference is below 0.007.
        assertThat(treatment).isGreaterThan(shuffled + 0.03);
    }

    private static JsonNode read(Build build, String step) {
        return JsonMapper.shared().readTree(build.experiment("x").resolve(step).resolve("result.json"));
    }

    /** The files lie there as {@code data_batch_1.bin.xz} and so on. */
    private static void unpack(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "*.bin.xz")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                try (InputStream content = new XZInputStream(Files.newInputStream(file))) {
                    Files.copy(content, to.resolve(name.substring(0, name.length() - ".xz".length())));
                }
            }
        }
    }
}
