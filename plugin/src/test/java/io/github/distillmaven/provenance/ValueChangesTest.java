package io.github.distillmaven.provenance;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What changed between two records")
class ValueChangesTest {

    @Test
    void isOneLineEachWhateverAnEarlierRecordHolds() {
        Map<String, String> before = Map.of("a\n::error::b", "1\n[INFO] BUILD SUCCESS", "c", "x".repeat(300));

        assertThat(ValueChanges.between(before, Map.of("c", "2")))
                .containsExactly("a?::error::b: 1?[INFO] BUILD SUCCESS -> none", "c: " + "x".repeat(200) + "... -> 2");
    }
}
