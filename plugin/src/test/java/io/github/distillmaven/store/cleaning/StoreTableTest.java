package io.github.distillmaven.store.cleaning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The table of a store")
class StoreTableTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void showsEntriesAndTheirSum() {
        StoreTable table = new StoreTable(
                List.of(
                        entry("ab", "teacher", 1_724_320, Duration.ofDays(40), Duration.ofHours(25), false),
                        entry("cd", "", 0, Duration.ofMinutes(3), Duration.ofMinutes(3), false),
                        entry("ef", "data", 54_950_048, Duration.ofHours(2), Duration.ZERO, true)),
                NOW);

        assertThat(table.lines())
                .containsExactly(
                        "key           step             size      age  last used  experiments",
                        "abababababab  teacher        1.7 MB     40 d        1 d  digits, garments",
                        "cdcdcdcdcdcd  damaged           0 B    3 min      3 min  digits, garments",
                        "efefefefefef  data          55.0 MB      2 h      0 min  digits, garments (in use)",
                        "3 entries, 56.7 MB");
    }

    @Test
    void showsAnEmptyStore() {
        assertThat(new StoreTable(List.of(), NOW).lines()).containsExactly("0 entries, 0 B");
    }

    @Test
    void aSizeNeverReadsAsAThousandOfItsUnit() {
        assertThat(StoreTable.bytes(999)).isEqualTo("999 B");
        assertThat(StoreTable.bytes(999_949)).isEqualTo("999.9 kB");
        assertThat(StoreTable.bytes(999_960_000)).isEqualTo("1.0 GB");
    }

    @Test
    void hasOneLineForAnEntryWhateverItsNamesAre() {
        StoredEntry foreign = new StoredEntry(
                "ab".repeat(32),
                EntryCondition.READABLE,
                "teacher\n::error::",
                new TreeSet<>(List.of("x\n[INFO] BUILD SUCCESS")),
                1,
                NOW,
                NOW,
                false);

        assertThat(new StoreTable(List.of(foreign), NOW).lines())
                .element(1)
                .isEqualTo("abababababab  teacher?::error::        1 B    0 min      0 min  x?[INFO] BUILD SUCCESS");
    }

    private static StoredEntry entry(
            String digits, String step, long size, Duration age, Duration unused, boolean inUse) {
        return new StoredEntry(
                digits.repeat(32),
                step.isEmpty() ? EntryCondition.DAMAGED : EntryCondition.READABLE,
                step,
                new TreeSet<>(List.of("digits", "garments")),
                size,
                NOW.minus(age),
                NOW.minus(unused),
                inUse);
    }
}
