package io.github.distillmaven.report.export;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Markdown")
class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '@',
            value = {
                "a|b a\\|b",
                "<img> \\<img\\>",
                "`code` \\`code\\`",
                "[x](y) \\[x](y)",
                "*_~# \\*\\_\\~\\#",
                "&amp; \\&amp;",
                "$x$ \\$x\\$",
                "a\\b a\\\\b",
                "🧦 🧦",
                "T-shirt/top T-shirt/top",
                "99.1% 99.1%"
            })
    void showsATextAsItIs(String text, String markdown) {
        assertThat(Markdown.text(text)).isEqualTo(markdown);
    }

    @Test
    void keepsATextInOneLine() {
        assertThat(Markdown.text(" a\r\n# b\tc ")).isEqualTo("a \\# b c");
    }

    @Test
    void keepsATextFromTheRightFromTurningAroundWhatStandsBesideIt() {
        assertThat(Markdown.text("ניסוי|1")).isEqualTo("\u2068ניסוי\\|1\u2069");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '@',
            value = {"a `a`", "a`b ``a`b``", "a``b ```a``b```", "`a @`` `a ``@"})
    void quotesWhatIsToBeCopied(String text, String markdown) {
        assertThat(Markdown.code(text)).isEqualTo(markdown);
    }

    @Test
    void isMadeOfHeadingsParagraphsListsAndTables() {
        Markdown markdown = new Markdown();

        markdown.heading(1, "A | B");
        markdown.paragraph("**x**");
        markdown.items(List.of("one", "two"));
        markdown.numbers(List.of("Name", "Value"), List.of(List.of("a", "1"), List.of("b", "2")));
        markdown.command("mvn verify\n```");

        assertThat(markdown.document()).isEqualTo("""
                # A \\| B

                **x**

                - one
                - two

                | Name | Value |
                | --- | --: |
                | a | 1 |
                | b | 2 |

                ```sh
                mvn verify ```
                ```
                """);
    }
}
