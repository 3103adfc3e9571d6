package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A student whose given labels were dealt out at random")
class ShuffledLabelsIT {

    private static final int HEADER = 8;
    private static final long SEED = 1;

    @Test
    @DisplayName("knows nothing: no truth reaches it by another way")
    void isAtChance() throws IOException {
        TestProject project = TestProject.withExecutions(
                "shuffled", TestProject.execution("x", "", "fetch-data", "train-teacher", "mislabel"));
        Build labelled = project.run("verify");
        assertThat(labelled.succeeded()).as(labelled.log()).isTrue();
        shuffleGivenLabels(labelled.experiment("x").resolve("transfer"));
        project.file(
                "pom.xml", TestProject.pom("project", TestProject.execution("x", "", "fetch-data", "train-student")));

        Build trained = project.run("verify");

        assertThat(trained.succeeded()).as(trained.log()).isTrue();
        JsonNode student = JsonMapper.shared().readTree(trained.experiment("x").resolve("student/result.json"));
        assertThat(student.get("examples").asInt()).isEqualTo(12_000);
        // It can learn no more than the most frequent label, and each class is a tenth of the 2,000 test images; 0.03
        // is
        // more than four standard errors.
        assertThat(student.get("testAccuracy").asDouble()).as("seed %d", SEED).isBetween(0.07, 0.13);
    }

    /** Permutes the labels of all images, and makes the step's record agree, as if the teacher had given them so. */
    private static void shuffleGivenLabels(Path transfer) throws IOException {
        Path file = transfer.resolve("labels-idx1-ubyte");
        byte[] bytes = Files.readAllBytes(file);
        String before = sha256(bytes);
        Random random = new Random(SEED);
        for (int last = bytes.length - 1; last > HEADER; last--) {
            int other = HEADER + random.nextInt(last - HEADER + 1);
            byte moved = bytes[last];
            bytes[last] = bytes[other];
            bytes[other] = moved;
        }
        Files.write(file, bytes);
        Path step = transfer.resolve("step.json");
        Files.writeString(step, Files.readString(step).replace(before, sha256(bytes)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
