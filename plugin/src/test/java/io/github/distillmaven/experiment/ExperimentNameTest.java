package io.github.distillmaven.experiment;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The name of an experiment")
class ExperimentNameTest {

    private static final String START =
            "The execution's <id>, or its <experiment>, '%s' names the experiment and its folder; ";

    private static final FileNameEncoding UTF_8 = new FileNameEncoding("UTF-8");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits",
                "default-cli",
                "a b_c.2",
                "größe",
                "gro\u0308ße",
                "हिन्दी",
                "می\u200cخواهم",
                "ক্\u200dষ",
                "日本語",
                "console",
                "com10",
                "index",
                "٣"
            })
    @DisplayName("may be of any script, with its marks and joiners")
    void anyScript(String name) {
        assertThat(ExperimentName.refusal(name, UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "../x | use letters, digits, '.', '_', '-' and spaces, a letter or digit first.",
                ".x | use letters, digits, '.', '_', '-' and spaces, a letter or digit first.",
                "\u0301x | use letters, digits, '.', '_', '-' and spaces, a letter or digit first.",
                "x\u200b | use letters, digits, '.', '_', '-' and spaces, a letter or digit first.",
                "x\u200d | use letters, digits, '.', '_', '-' and spaces, a letter or digit first.",
                "${nope} | use letters, digits, '.', '_', '-' and spaces, a letter or digit first.",
                "\"\" | use letters, digits, '.', '_', '-' and spaces, a letter or digit first.",
                "x. | a dot or a space at its end gets lost on Windows. Leave it out.",
                "\"x \" | a dot or a space at its end gets lost on Windows. Leave it out.",
                "CON | on Windows that is a device. Take another name.",
                "nul.txt | on Windows that is a device. Take another name.",
                "Lpt9 | on Windows that is a device. Take another name.",
                "com¹ | on Windows that is a device. Take another name.",
                "index.html | the report has a file of that name beside it. Take another name.",
                "Distill.CSS | the report has a file of that name beside it. Take another name."
            })
    @DisplayName("must be that of a folder on every platform, and of none that is there already")
    void refused(String name, String problem) {
        assertThat(ExperimentName.refusal(name, UTF_8)).contains(START.formatted(name) + problem);
    }

    @Test
    @DisplayName("may be as long as TEST-<name>.xml leaves of 255 bytes, in UTF-8")
    void length() {
        assertThat(ExperimentName.refusal("x".repeat(246), UTF_8)).isEmpty();
        String tooLong = "x".repeat(247);
        assertThat(ExperimentName.refusal(tooLong, UTF_8))
                .contains(
                        START.formatted(tooLong)
                                + "it has 247 bytes in UTF-8, and 246 is the most that the names of its files leave. Shorten it.");
        assertThat(ExperimentName.refusal("ü".repeat(123), UTF_8)).isEmpty();
        assertThat(ExperimentName.refusal("ü".repeat(124), UTF_8)).isPresent();
    }

    @Test
    @DisplayName("is one name however its letters are composed, and is told from others by more than case")
    void oneName() {
        assertThat(ExperimentName.normal("gro\u0308ße")).isEqualTo("größe");
        assertThat(ExperimentName.folded("GRÖSSE")).isEqualTo(ExperimentName.folded("gro\u0308ße"));
        assertThat(ExperimentName.folded("A")).isEqualTo(ExperimentName.folded("a"));
        assertThat(ExperimentName.folded("a")).isNotEqualTo(ExperimentName.folded("b"));
    }

    @Test
    @DisplayName("must be one that this Java can write, which in the locale C is ASCII")
    void localeC() {
        assertThat(ExperimentName.refusal("größe", new FileNameEncoding("ANSI_X3.4-1968")))
                .contains(
                        "The experiment's name 'größe' names its folder. This Java cannot write 'öß' in the name of a file:"
                                + " its encoding is ANSI_X3.4-1968. Run Maven with a locale of UTF-8, such as LC_ALL=C.UTF-8, or use plain letters.");
        assertThat(ExperimentName.refusal("digits", new FileNameEncoding("ANSI_X3.4-1968")))
                .isEmpty();
    }
}
