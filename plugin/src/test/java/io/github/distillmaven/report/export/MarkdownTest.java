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
            quoteCharacter = '§',
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
                "99.1% 99.1%",
                "www.evil.com www\u2060.evil.com",
                "WWW.evil.com WWW\u2060.evil.com",
                "http://evil.com http:\u2060//evil.com",
                "mailto:a@b.c mailto:\u2060a@\u2060b.c",
                "@user @\u2060user",
                "user@example.org user@\u2060example.org",
                "#123 \\#\u2060123",
                "owner/name#123 owner/name\\#\u2060123",
                "GH-123 GH-\u2060123",
                ":smile: :\u2060smile:",
                "0123abcd 012\u20603abcd",
                "1234567 1234567",
                "1.5 1.5",
                "1. 1\\.",
                "-x \\-x",
                "+ \\+",
                "=== \\===",
                "12) 12\\)"
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
    void givesACommandAFenceThatItDoesNotEnd() {
        Markdown markdown = new Markdown();

        markdown.command("mvn ````\n```");

        assertThat(markdown.document()).isEqualTo("`````sh\nmvn ```` ```\n`````\n");
    }

    @Test
    void isMadeOfHeadingsParagraphsListsAndTables() {
        Markdown markdown = new Markdown();

        markdown.heading(1, "A | B");
        markdown.paragraph("**x**");
        markdown.items(List.of("one", "two"));
        markdown.numbers(List.of("Name", "Value"), List.of(List.of("a", "1"), List.of("b", "2")));
        markdown.command("mvn verify");

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
                mvn verify
                ```
                """);
    }
}
