package io.github.distillmaven.text;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Text that others wrote")
class ForeignTextTest {

    @Test
    void stays_as_it_is_if_it_is_harmless() {
        String text = "Größe 数据 'a/b' <c> #1 a::b: 10% 😀";

        assertThat(ForeignText.line(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\u0085", "\u2028", "\u2029", "\u001b", "\u0000", "\u0008", "\u007f", "\u202e", "\u2066",
                "\u200b", "\ufeff", "\ud800", "\ue000"
            })
    void shows_no_letter_that_cannot_be_seen(String letter) {
        assertThat(ForeignText.line("a" + letter + "[INFO] BUILD SUCCESS")).isEqualTo("a?[INFO] BUILD SUCCESS");
    }

    @Test
    void gives_no_command_to_a_ci_server() {
        assertThat(ForeignText.line("::error title=x::y")).isEqualTo(": :error title=x::y");
        assertThat(ForeignText.line("  ::error::y")).isEqualTo("  : :error::y");
        assertThat(ForeignText.line("a ##[error]b ###vso[task]")).isEqualTo("a # #[error]b # # #vso[task]");
    }

    @Test
    void is_cut_where_it_is_long() {
        assertThat(ForeignText.line("x".repeat(500))).isEqualTo("x".repeat(500));
        assertThat(ForeignText.line("x".repeat(501))).isEqualTo("x".repeat(500) + "...");
        assertThat(ForeignText.line("abcdef", 3)).isEqualTo("abc...");
    }

    @Test
    void may_be_missing() {
        assertThat(ForeignText.line(null)).isEqualTo("null");
    }
}
