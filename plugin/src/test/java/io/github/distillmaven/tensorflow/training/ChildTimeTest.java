package io.github.distillmaven.tensorflow.training;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The time of child processes")
class ChildTimeTest {

    @Test
    @DisplayName("is that of user and system, whatever the program is called")
    void readsFields() {
        assertThat(ChildTime.seconds("31 (a (b) c) S 1 31 31 0 -1 4194560 9 8 7 6 11 12 150 25 20 0 1"))
                .isEqualTo(1.75);
    }
}
