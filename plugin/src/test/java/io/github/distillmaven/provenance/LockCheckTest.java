package io.github.distillmaven.provenance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.experiment.StepRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A step against the lock file")
class LockCheckTest {

    private static final Map<String, String> FILES =
            Map.of("history.csv", "1,0.5\n2,0.05\n", "model/variables/data", "\0\1\2\3");
    private static final Map<String, String> OTHER_FILES =
            Map.of("history.csv", "1,0.5\n2,0.06\n", "model/variables/data", "\0\7\2\3");
    private static final String DIFFERENCES = """
            Experiment 'x': what the step 'teacher' made is not what distill.lock.json says.
              history.csv: line 2 differs: locked "2,0.05", now "2,0.06"
              model/variables/data: 1 of 4 bytes differs, the first at offset 1 (locked 01, now 07); SHA-256 locked 054edec1d021, now 1ef7d4f3466c
            """;

    @TempDir
    private Path folder;

    private Path then;
    private Path now;
    private LockedStep locked;

    @BeforeEach
    void lock() throws Exception {
        then = Files.createDirectory(folder.resolve("then"));
        now = Files.createDirectory(folder.resolve("now"));
        locked = LockedStep.of(StepRecords.teacher().write(then, FILES));
    }

    @Test
    void isFineIfItsOutputsAreTheSame() throws Exception {
        StepRecord made = StepRecords.teacher()
                .environment(Map.of("threads", "8"))
                .machine(Map.of())
                .write(now, FILES);

        assertThat(new LockCheck("x", "teacher", made, now).problem(locked, Optional.of(then)))
                .isEmpty();
    }

    @Test
    void saysWhichBytesDifferAndWhatMayBeTheCause() throws Exception {
        StepRecord made = StepRecords.teacher()
                .environment(Map.of("plugin", "0.1.0", "threads", "4", "instructionSet", "AVX512_CORE"))
                .machine(Map.of("processor", "Another processor", "java", "17.0.1", "uptime", "43"))
                .write(now, OTHER_FILES);

        assertThat(new LockCheck("x", "teacher", made, now).problem(locked, Optional.of(then)))
                .contains(DIFFERENCES + """
                                Environment that differs: instructionSet: AVX2 -> AVX512_CORE; threads: 2 -> 4.
                                Machine, which changes no key: processor: Made-up processor -> Another processor.
                                If the change is wanted, write the lock file again with -Ddistill.lock. Else pin what differs: -Ddistill.threads=2 -Ddistill.instructionSet=AVX2.""");
    }

    @Test
    void showsDigestsAloneIfTheOldBytesAreGone() throws Exception {
        StepRecord made = StepRecords.teacher()
                .environment(Map.of("plugin", "0.1.0", "threads", "4", "instructionSet", "AVX2"))
                .write(now, Map.of("history.csv", "1,0.6\n", "model/variables/data", "\0\1\2\3"));

        assertThat(new LockCheck("x", "teacher", made, now).problem(locked, Optional.empty()))
                .contains("""
                        Experiment 'x': what the step 'teacher' made is not what distill.lock.json says.
                          history.csv: SHA-256 locked 0300f7c5843c, now 779327ea4659
                        Environment that differs: threads: 2 -> 4.
                        If the change is wanted, write the lock file again with -Ddistill.lock. Else pin what differs: -Ddistill.threads=2.""");
    }

    @Test
    void namesFilesThatOnlyOneOfThemHas() throws Exception {
        StepRecord made = StepRecords.teacher()
                .settings(Map.of("seed", "1", "teacher.epochs", "4"))
                .write(now, Map.of("history.csv", "1,0.5\n2,0.05\n", "more.csv", ""));

        assertThat(new LockCheck("x", "teacher", made, now).problem(locked, Optional.of(then)))
                .contains("""
                        Experiment 'x': what the step 'teacher' made is not what distill.lock.json says.
                          model/variables/data: in the lock file, but not made now
                          more.csv: made now, but not in the lock file
                        Settings that differ: teacher.epochs: 3 -> 4.
                        If the change is wanted, write the lock file again with -Ddistill.lock. Else set back what differs.""");
    }

    @Test
    void pinsWhatItCanAndLeavesTheRestToTheUser() throws Exception {
        StepRecord made = StepRecords.teacher()
                .environment(Map.of("plugin", "0.2.0", "threads", "4", "instructionSet", "AVX2"))
                .write(now, OTHER_FILES);

        assertThat(new LockCheck("x", "teacher", made, now).problem(locked, Optional.of(then)))
                .contains(DIFFERENCES + """
                                Environment that differs: plugin: 0.1.0 -> 0.2.0; threads: 2 -> 4.
                                If the change is wanted, write the lock file again with -Ddistill.lock. Else pin what differs: -Ddistill.threads=2, and set back the rest.""");
    }

    @Test
    void pointsToTheStepsBeforeItIfItReadSomethingElse() throws Exception {
        StepRecord made = StepRecords.teacher()
                .inputs(Map.of("mnist/labels", "dd".repeat(32)))
                .write(now, OTHER_FILES);

        assertThat(new LockCheck("x", "teacher", made, now).problem(locked, Optional.of(then)))
                .contains(DIFFERENCES + """
                                What the step read differs: see the steps before it.
                                If the change is wanted, write the lock file again with -Ddistill.lock. Else set back what differs.""");
    }

    @Test
    void asksForAReportIfNothingKnownExplainsTheDifference() throws Exception {
        StepRecord made = StepRecords.teacher()
                .machine(Map.of("processor", "Another processor", "java", "17.0.1"))
                .write(now, OTHER_FILES);

        assertThat(new LockCheck("x", "teacher", made, now).problem(locked, Optional.of(then)))
                .contains(DIFFERENCES + """
                                Machine, which changes no key: processor: Made-up processor -> Another processor.
                                Nothing that is known to change bits differs: this is a reproducibility error, please report it with both step.json files.""");
    }

    @Test
    void needsToBeLocked() {
        StepRecord made = StepRecords.teacher().made(Map.of());

        assertThat(new LockCheck("x", "teacher", made, now).unlocked())
                .isEqualTo(
                        "Experiment 'x': distill.lock.json does not hold the step 'teacher', so that -Ddistill.locked"
                                + " cannot tell whether it is the same. Write the lock file with -Ddistill.lock and commit it.");
    }
}
