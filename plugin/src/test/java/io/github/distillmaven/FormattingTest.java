package io.github.distillmaven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where users count with digits of their own, {@code %d} and {@code %f} write those digits. In a template for {@code formatted} numbers therefore
 * stand as {@code %s}, which has the digits 0 to 9 everywhere; all other conversions name {@code Locale.ROOT}. That no other call takes the
 * machine's locale is what forbidden-apis checks in the build.
 */
@DisplayName("Text with numbers")
class FormattingTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TEMPLATES = Path.of("src", "main", "jte");

    @Test
    void hasTheSameDigitsInEachLocale() throws IOException {
        assertThat(new FormattingRule().complaints(filesBelow(SOURCES))).isEmpty();
    }

    @Test
    void isFormattedOutsideOfTemplates() throws IOException {
        for (Path template : filesBelow(TEMPLATES)) {
            assertThat(template).content().doesNotContain(".formatted(").doesNotContain("format(Locale");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"of %d points\".formatted(5)",
                "\"of %1$d points\".formatted(5)",
                "(\"of \" + \"%,d points\").formatted(5)",
                "\"%.1f\".formatted(0.5)",
                "(\"%.\" + 2 + \"f\").formatted(0.5)",
                "\"%08d\".formatted(5)",
                "\"%e\".formatted(0.5)",
                "\"%tF\".formatted(0L)",
                "\"%S\".formatted(\"i\")",
                "String.format(java.util.Locale.GERMAN, \"%d\", 5)",
                "helper(\"of %d points\", 5)"
            })
    void isRefusedWithDigitsOfTheLocale(String expression) throws IOException {
        assertThat(complaintsAbout(expression)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"of %s points, %% and 5% of them, %-8s %n\".formatted(5)",
                "String.format(Locale.ROOT, \"%,d\", 5)",
                "String.format(Locale.ROOT, \"%.\" + 2 + \"f\", 0.5)"
            })
    void isTakenWithDigitsOfNoLocale(String expression) throws IOException {
        assertThat(complaintsAbout(expression)).isEmpty();
    }

    private static List<String> complaintsAbout(String expression) throws IOException {
        Path source = Files.createTempFile("Formatting", ".java");
        try {
            Files.writeString(source, "class A { Object a = " + expression + "; }");
            return new FormattingRule().complaints(List.of(source));
        } finally {
            Files.delete(source);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
