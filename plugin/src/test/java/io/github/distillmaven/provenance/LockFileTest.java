package io.github.distillmaven.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StepRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The lock file")
class LockFileTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final String REPAIR =
            " Restore the committed file, or delete it and write it again with -Ddistill.lock.";

    private final StepRecord teacher = StepRecords.teacher().made(Map.of("history.csv", DIGEST));

    @TempDir
    private Path folder;

    private Path file;
    private LockFile lock;

    @BeforeEach
    void open() {
        file = folder.resolve(LockFile.NAME);
        lock = new LockFile(file);
    }

    @Test
    void holdsWhatAStepHasToMakeAndWhatExplainsADifference() throws Exception {
        lock.put("x", "teacher", teacher);

        assertThat(Files.readString(file)).isEqualTo("""
                        {
                          "format" : 1,
                          "experiments" : {
                            "x" : {
                              "teacher" : {
                                "key" : "%s",
                                "settings" : {
                                  "seed" : "1",
                                  "teacher.epochs" : "3"
                                },
                                "environment" : {
                                  "instructionSet" : "AVX2",
                                  "plugin" : "0.1.0",
                                  "threads" : "2"
                                },
                                "machine" : {
                                  "java" : "17.0.1",
                                  "processor" : "Made-up processor"
                                },
                                "outputs" : {
                                  "history.csv" : "%s"
                                }
                              }
                            }
                          }
                        }
                        """.formatted(teacher.key(), DIGEST));
        assertThat(lock.find("x", "teacher")).contains(LockedStep.of(teacher));
        assertThat(filesOf(folder)).containsExactly(LockFile.NAME);
    }

    @Test
    void isTheSameWhateverTheOrderOfWriting() throws Exception {
        StepRecord student = StepRecords.teacher().named("student").made(Map.of("b", DIGEST, "a", DIGEST));
        lock.put("x", "teacher", teacher);
        lock.put("a", "student", student);
        lock.put("x", "student", student);
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);

        lock.put("x", "student", student);
        lock.put("x", "teacher", teacher);
        lock.put("a", "student", student);

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void holdsNothingWithoutAFile() throws Exception {
        assertThat(lock.find("x", "teacher")).isEmpty();
        assertThat(lock.knows(teacher.key())).isFalse();
        assertThat(lock.vouchesFor(teacher.key(), teacher.outputs())).isFalse();
        assertThat(filesOf(folder)).isEmpty();
    }

    @Test
    void staysAsItIsForTheSameResultOfAnotherMachine() throws Exception {
        lock.put("x", "teacher", teacher);
        String crlf = Files.readString(file).replace("\n", "\r\n");
        Files.writeString(file, crlf);

        lock.put(
                "x",
                "teacher",
                StepRecords.teacher().machine(Map.of("java", "21")).made(Map.of("history.csv", DIGEST)));

        assertThat(Files.readString(file)).isEqualTo(crlf);
    }

    @Test
    void isWrittenAnewIfAnOutputOrTheKeyDiffers() throws Exception {
        lock.put("x", "teacher", teacher);
        StepRecord otherOutput = StepRecords.teacher().made(Map.of("history.csv", "cd".repeat(32)));
        lock.put("x", "teacher", otherOutput);
        assertThat(lock.find("x", "teacher")).contains(LockedStep.of(otherOutput));

        StepRecord otherKey =
                StepRecords.teacher().settings(Map.of("seed", "2")).made(Map.of("history.csv", "cd".repeat(32)));
        lock.put("x", "teacher", otherKey);
        assertThat(lock.find("x", "teacher")).contains(LockedStep.of(otherKey));
    }

    @Test
    void vouchesForExactlyTheOutputsOfAKeyInAnyExperiment() throws Exception {
        StepRecord other = StepRecords.teacher().settings(Map.of("seed", "2")).made(Map.of("other.csv", DIGEST));
        lock.put("x", "teacher", teacher);
        lock.put("y", "teacher", other);

        assertThat(lock.vouchesFor(teacher.key(), teacher.outputs())).isTrue();
        assertThat(lock.vouchesFor(other.key(), other.outputs())).isTrue();
        assertThat(lock.vouchesFor(teacher.key(), other.outputs())).isFalse();
        assertThat(lock.vouchesFor(teacher.key(), new TreeMap<>())).isFalse();
        assertThat(lock.vouchesFor(teacher.key(), new TreeMap<>(Map.of("history.csv", DIGEST, "more.csv", DIGEST))))
                .isFalse();
        assertThat(lock.vouchesFor(DIGEST, teacher.outputs())).isFalse();
        assertThat(lock.knows(teacher.key())).isTrue();
        assertThat(lock.knows(DIGEST)).isFalse();
    }

    @Test
    void thatEndsEarlyIsDamaged() throws Exception {
        Files.writeString(file, "{\n  \"format\" : 1,\n  \"experiments\" : {");

        assertThatThrownBy(() -> lock.find("x", "teacher"))
                .isInstanceOf(LockFileException.class)
                .hasMessageStartingWith(file + " is damaged: it ends in the middle")
                .hasMessageEndingWith(", line 3." + REPAIR);
    }

    @Test
    void withANameTwiceIsDamaged() throws Exception {
        Files.writeString(file, "{\"format\" : 1,\n\"experiments\" : {\n\"x\" : {},\n\"x\" : {}}}");

        assertRefused(file + " is damaged: Duplicate Object property \"x\", line 4." + REPAIR);
    }

    @Test
    void withoutAFieldIsDamaged() throws Exception {
        lock.put("x", "teacher", teacher);
        replace("\"key\"", "\"kay\"");

        assertThatThrownBy(() -> lock.find("x", "teacher"))
                .isInstanceOf(LockFileException.class)
                .hasMessageStartingWith(file + " is damaged: ")
                .hasMessageContaining("'key'")
                .hasMessageEndingWith(REPAIR);
    }

    @Test
    void withANullIsDamaged() throws Exception {
        lock.put("x", "teacher", teacher);
        replace("\"" + DIGEST + "\"", "null");

        assertThatThrownBy(() -> lock.vouchesFor(teacher.key(), teacher.outputs()))
                .isInstanceOf(LockFileException.class)
                .hasMessageStartingWith(file + " is damaged: ")
                .hasMessageEndingWith(REPAIR);
    }

    @Test
    void withAnAbbreviatedDigestIsDamaged() throws Exception {
        lock.put("x", "teacher", teacher);
        replace(DIGEST, "abab");

        assertRefused(file + " is damaged: the digest of x, teacher, history.csv is not a SHA-256: abab." + REPAIR);
    }

    @Test
    void withAnAbbreviatedKeyIsDamaged() throws Exception {
        lock.put("x", "teacher", teacher);
        replace(teacher.key(), "abab");

        assertRefused(file + " is damaged: the key of x, teacher is not a SHA-256: abab." + REPAIR);
    }

    @Test
    void thatIsEmptyIsDamaged() throws Exception {
        Files.createFile(file);

        assertRefused(file + " is damaged: it does not say its format." + REPAIR);
    }

    @Test
    void ofAnotherFormatIsRefused() throws Exception {
        Files.writeString(file, "{\"format\" : 2, \"steps\" : []}");

        assertRefused(
                file + " has format 2, but this version of the plugin knows only format 1. Use the version that wrote"
                        + " the file, or delete it and write it again with -Ddistill.lock.");
    }

    @Test
    void withMarksOfAMergeIsRefused() throws Exception {
        Files.writeString(file, "{\n<<<<<<< HEAD\n  \"format\" : 1\n=======\n  \"format\" : 1\n>>>>>>> branch\n}\n");

        assertRefused(file
                + " holds the marks of an unfinished merge, line 2: <<<<<<< HEAD. Take the file of either side as a"
                + " whole, then write it again with -Ddistill.lock.");
    }

    @Test
    void thatIsDamagedIsNotOverwritten() throws Exception {
        Files.writeString(file, "{");

        assertThatThrownBy(() -> lock.put("x", "teacher", teacher)).isInstanceOf(LockFileException.class);

        assertThat(file).hasContent("{");
    }

    @Test
    void thatIsAFolderCannotBeRead() throws Exception {
        Files.createDirectory(file);

        assertThatThrownBy(() -> lock.find("x", "teacher"))
                .isInstanceOf(LockFileException.class)
                .hasMessageStartingWith(file + " cannot be read: ");
    }

    @Test
    void inAFolderThatIsNotThereCannotBeWritten() throws Exception {
        Path missing = folder.resolve("missing").resolve(LockFile.NAME);

        assertThatThrownBy(() -> new LockFile(missing).put("x", "teacher", teacher))
                .isInstanceOf(LockFileException.class)
                .hasMessageStartingWith(missing + " cannot be written: java.nio.file.NoSuchFileException: ")
                .hasMessageEndingWith(". Make the file and its folder writable, or build without -Ddistill.lock.");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> lock.find("x", "teacher"))
                .isInstanceOf(LockFileException.class)
                .hasMessage(message);
    }

    private void replace(String text, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replace(text, by));
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
