package io.github.distillmaven.provenance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A command that a page offers for copying")
class ShellCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "-Ddistill.seed=2; -Ddistill.seed=2",
                "a, b; \"a, b\"",
                "~/x; \"~/x\"",
                "$(touch x); '$(touch x)'",
                "`id`; '`id`'",
                "it's \"it\"; 'it'\\''s \"it\"'",
                "a!b; 'a!b'",
                "a\\b; 'a\\b'",
                "@@; \"\""
            })
    void quotesNoMoreThanIsNeeded(String word, String quoted) {
        assertThat(new ShellCommand(List.of("mvn", word)).text()).isEqualTo("mvn " + quoted);
    }

    @Test
    void showsWhatNobodyWouldSee() {
        assertThat(new ShellCommand(List.of("a\nb\u001b[2J\u202e")).text())
                .isEqualTo("\"$(printf 'a\\012b\\033\\1332J\\342\\200\\256')\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                "two words",
                "\"",
                "'",
                "''\"''",
                "$HOME",
                "$(touch x)",
                "`touch x`",
                "a;touch x",
                "a|b",
                "a&b",
                "a>b",
                "#a",
                "~",
                "*",
                "?",
                "[a]",
                "{a,b}",
                "!!",
                "\\",
                "\\\\'",
                "a\nb",
                "a\tb",
                "\u001b[31m",
                "%s",
                "\u202ea'b%d\\",
                "größe",
                "🧦"
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX shell")
    void isWhatAShellUnderstands(String word) throws Exception {
        List<String> words = new ArrayList<>(List.of("printf", "<%s>", word, "end"));

        Process shell = new ProcessBuilder("sh", "-c", new ShellCommand(words).text())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<" + word + "><end>");
    }
}
