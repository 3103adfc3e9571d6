package io.github.distillmaven.pipeline.plan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.store.Store;
import io.github.distillmaven.store.StoreSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The table of a plan")
class PlanTableTest {

    private final Stage teachers =
            new Stage(new RecordsThere(new Store(new StoreSession(Path.of("none")), "x", false, warning -> {}), false));
    private final Stage students =
            new Stage(new RecordsThere(new Store(new StoreSession(Path.of("none")), "x", false, warning -> {}), false));

    @Test
    @DisplayName("tells the time for several numbers of workers, and that of the critical path")
    void tellsTimes() {
        add(teachers, "teacher", "40", 5, 0);
        add(students, "student", "10", 2, 1);
        add(students, "student of shuffled", "30", 2, 0);

        // 5 x 40 + 10 + 2 x 30 = 270; with 2, three rounds of 40, then 10 + 30 beside 30; with 4, two rounds, then 30.
        assertThat(table(2).lines())
                .containsExactly(
                        "  result                                      all  there  to make  seconds each",
                        "  teacher                                       5      0        5          40.0",
                        "  student                                       2      1        1          10.0",
                        "  student of shuffled                           2      0        2          30.0",
                        "  together                                      9      1        8",
                        "Time: about 4 min 30 s with 1 worker, 2 min 40 s with 2 (here), 1 min 50 s with 4, 1 min 10 s with 8, 1 min 10 s with 16.",
                        "Critical path: 1 min 10 s: teacher 40.0 s, student of shuffled 30.0 s.");
    }

    @Test
    @DisplayName("says what nothing is known of, beside the time of the rest")
    void saysWhatIsNotKnown() {
        add(teachers, "teacher", "40", 1, 0);
        add(students, "student", "unknown", 1, 0);

        assertThat(table(1).lines())
                .contains(
                        "  student                                       1      0        1     not known",
                        "How long these take is not known, because the store has nothing similar: student.")
                .anyMatch(line -> line.startsWith("Time: about 40.0 s with 1 worker (here), "));
    }

    @Test
    @DisplayName("tells one time where models are made in one go")
    void inOneGo() {
        add(teachers, "teacher", "40", 100, 0);
        add(students, "student", "10", 100, 0);

        assertThat(new PlanTable(List.of(teachers, students), durations(), true, 1).lines())
                .contains("Time: about 50.0 s, as what is of one stage is made in one go.");
    }

    @Test
    @DisplayName(
            "knows the time from results that differ in the seed and in what they read, but not from those of other settings")
    void likeness() {
        SortedMap<String, String> other = new TreeMap<>(settings("40"));
        other.put("seed", "7");
        Durations durations = durations();

        assertThat(durations.of(like(record(other, 0), 1))).hasValue(40);
        assertThat(durations.of(like(record(other, 0), 2))).hasValue(20);
        other.put("student.epochs", "2");
        assertThat(durations.of(like(record(other, 0), 1))).isEmpty();
    }

    private PlanTable table(int workers) {
        return new PlanTable(List.of(teachers, students), durations(), false, workers);
    }

    /** Of results made elsewhere, whose setting says how long each took. */
    private static Durations durations() {
        return new Durations(
                List.of(),
                Stream.of("10", "30", "40").map(seconds -> record(settings(seconds), Double.parseDouble(seconds))));
    }

    private static void add(Stage stage, String kind, String likeThoseOf, int all, int there) {
        for (int number = 0; number < all; number++) {
            Optional<StepRecord> record =
                    number < there ? Optional.of(record(settings(likeThoseOf), 0)) : Optional.empty();
            stage.put(kind + number, result(kind, settings(likeThoseOf), record));
        }
    }

    private static PlannedResult result(String kind, SortedMap<String, String> settings, Optional<StepRecord> record) {
        return new PlannedResult(kind, new Likeness("student", settings), 1, record, false);
    }

    private static PlannedResult like(StepRecord record, int threads) {
        return new PlannedResult("teacher", Likeness.of(record), threads, Optional.empty(), false);
    }

    private static SortedMap<String, String> settings(String value) {
        return new TreeMap<>(Map.of("student.width", value));
    }

    private static StepRecord record(SortedMap<String, String> settings, double seconds) {
        SortedMap<String, String> environment = new TreeMap<>(Map.of("threads", "1"));
        return new StepRecord(
                "student",
                "key",
                settings,
                new TreeMap<>(),
                environment,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Instant.EPOCH.toString(),
                seconds);
    }
}
