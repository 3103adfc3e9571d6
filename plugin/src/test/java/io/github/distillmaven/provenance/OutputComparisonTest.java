package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.disk.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Of two results of a step is said")
class OutputComparisonTest {

    @TempDir
    private Path folder;

    private Path before;
    private Path after;

    @BeforeEach
    void createFolders() throws IOException {
        before = Files.createDirectory(folder.resolve("before"));
        after = Files.createDirectory(folder.resolve("after"));
    }

    @Test
    void nothingIfTheyAreTheSame() throws Exception {
        write("model/weights.bin", bytes(1, 2, 3), bytes(1, 2, 3));

        assertThat(compared()).isEmpty();
    }

    @Test
    void howManyBytesDifferAndWhichIsTheFirst() throws Exception {
        write("model/weights.bin", bytes(0, 0x3f, 0xff, 5), bytes(0, 0x40, 0xff, 6));

        assertThat(compared())
                .isEqualTo("model/weights.bin: 2 of 4 bytes differ, the first at offset 1 (left 3f, right 40); "
                        + digests("model/weights.bin"));
    }

    @Test
    void howManyBytesDifferInALargeFile() throws Exception {
        long seed = System.nanoTime();
        byte[] old = new byte[1_724_320];
        new Random(seed).nextBytes(old);
        byte[] now = old.clone();
        for (int offset = 70_000; offset < 71_204; offset++) {
            now[offset] ^= 1;
        }
        write("weights", old, now);

        assertThat(compared())
                .as("seed %d", seed)
                .isEqualTo(
                        "weights: 1,204 of 1,724,320 bytes differ, the first at offset 70,000 (left %02x, right %02x); %s"
                                .formatted(old[70_000] & 0xff, now[70_000] & 0xff, digests("weights")));
    }

    @Test
    void thatASingleByteDiffers() throws Exception {
        write("weights", bytes(0, 1), bytes(0, 2));

        assertThat(compared())
                .isEqualTo("weights: 1 of 2 bytes differs, the first at offset 1 (left 01, right 02); "
                        + digests("weights"));
    }

    @Test
    void whereFilesOfDifferentSizesPart() throws Exception {
        write("weights", bytes(0, 1, 2), bytes(0, 3));

        assertThat(compared())
                .isEqualTo(
                        "weights: left 3 bytes, right 2, 1 byte before the shorter one ends differs, the first at offset 1"
                                + " (left 01, right 03); " + digests("weights"));
    }

    @Test
    void thatOneFileIsTheBeginningOfTheOther() throws Exception {
        write("weights", bytes(0, 1, 2), bytes(0, 1));

        assertThat(compared())
                .isEqualTo("weights: left 3 bytes, right 2, no difference until the shorter one ends; "
                        + digests("weights"));
    }

    @Test
    void whichLineOfATextDiffers() throws Exception {
        write("history.csv", text("epoch,loss\n1,0.5\n2,0.05\n"), text("epoch,loss\n1,0.5\n2,0.06\n"));

        assertThat(compared()).isEqualTo("history.csv: line 3 differs: left \"2,0.05\", right \"2,0.06\"");
    }

    @Test
    void whichOfSeveralLinesIsTheFirst() throws Exception {
        write("history.csv", text("a\nb\nc\nd\n"), text("a\nB\nc\nD\n"));

        assertThat(compared())
                .isEqualTo("history.csv: 2 of 4 lines differ, the first is line 2: left \"b\", right \"B\"");
    }

    @Test
    void thatATextHasMoreLines() throws Exception {
        write("history.csv", text("a\n"), text("a\nb\n"));

        assertThat(compared()).isEqualTo("history.csv: line 2 differs: left no such line, right \"b\"");
    }

    @Test
    void thePartOfALongLineThatDiffers() throws Exception {
        write(
                "result.json",
                text("x".repeat(500) + "1" + "y".repeat(500)),
                text("x".repeat(500) + "2" + "y".repeat(500)));

        assertThat(compared())
                .isEqualTo("result.json: line 1 differs: left \"...%s1%s...\", right \"...%s2%s...\""
                        .formatted("x".repeat(30), "y".repeat(49), "x".repeat(30), "y".repeat(49)));
    }

    @Test
    void whichBytesDifferIfOnlyTheEndsOfLinesDo() throws Exception {
        write("history.csv", text("a\n"), text("a\r\n"));

        assertThat(compared())
                .isEqualTo(
                        "history.csv: left 2 bytes, right 3, 1 byte before the shorter one ends differs, the first at offset"
                                + " 1 (left 0a, right 0d); " + digests("history.csv"));
    }

    @Test
    void whichFilesAreOnlyInOne() throws Exception {
        Files.writeString(before.resolve("a"), "a");
        Files.writeString(after.resolve("b"), "b");

        assertThat(compared()).isEqualTo("a: only left\nb: only right");
    }

    @Test
    void theDigestsAloneIfAFileIsNotWhatTheStepWrote() throws Exception {
        write("history.csv", text("a\n"), text("b\n"));
        SortedMap<String, String> old = Digests.ofFolder(before);
        SortedMap<String, String> now = Digests.ofFolder(after);
        String expected = "history.csv: " + digests("history.csv");
        Files.writeString(after.resolve("history.csv"), "edited\n");

        assertThat(compared(before, old, after, now)).isEqualTo(expected);
        Files.delete(after.resolve("history.csv"));
        assertThat(compared(before, old, after, now)).isEqualTo(expected);
        assertThat(compared(null, old, after, now)).isEqualTo(expected);
    }

    private void write(String name, byte[] old, byte[] now) throws IOException {
        Files.createDirectories(before.resolve(name).getParent());
        Files.createDirectories(after.resolve(name).getParent());
        Files.write(before.resolve(name), old);
        Files.write(after.resolve(name), now);
    }

    private String compared() throws IOException {
        return compared(before, Digests.ofFolder(before), after, Digests.ofFolder(after));
    }

    private static String compared(
            Path before, SortedMap<String, String> old, Path after, SortedMap<String, String> now) {
        return String.join(
                "\n",
                new OutputComparison(
                                new OutputSide("left", "only left", new TreeMap<>(old), before),
                                new OutputSide("right", "only right", new TreeMap<>(now), after))
                        .differences());
    }

    private String digests(String name) throws IOException {
        return "SHA-256 left %s, right %s"
                .formatted(
                        Digests.ofFile(before.resolve(name)).substring(0, 12),
                        Digests.ofFile(after.resolve(name)).substring(0, 12));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
