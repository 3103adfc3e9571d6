package io.github.distillmaven.extension.data;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The true label of an input")
class TransferRowTest {

    @Test
    @DisplayName("is given where it is known, and else refused with the input's place")
    void isRequired() {
        assertThat(new TransferRow(7, 3, 3, 4, 0.5f).requireTrueLabel()).isEqualTo(3);
        assertThatThrownBy(() -> new TransferRow(7, 3, null, 4, 0.5f).requireTrueLabel())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("input 7 has no true label");
    }
}
