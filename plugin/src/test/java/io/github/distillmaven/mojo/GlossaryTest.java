package io.github.distillmaven.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.Metric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The glossary")
class GlossaryTest {

    private static final Pattern ENTRY = Pattern.compile("(?ms)^- \\*\\*(.+?)\\*\\*(.*?)(?=^- |\\z)");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?](?=\\s|$)");

    private String text;
    private List<MatchResult> entries;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("..", "docs", "glossary.md"));
        entries = ENTRY.matcher(text).results().toList();
    }

    @Test
    @DisplayName("can be found from the README")
    void isLinked() throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("(docs/glossary.md)");
    }

    @Test
    @DisplayName("has each word once, in alphabetical order, in one or two sentences")
    void isInOrder() {
        assertThat(entries).hasSizeGreaterThan(80);
        assertThat(entries)
                .extracting(entry -> entry.group(1))
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        assertThat(entries)
                .allSatisfy(entry -> assertThat(END_OF_SENTENCE
                                .matcher(entry.group(2))
                                .results()
                                .count())
                        .as(entry.group())
                        .isBetween(1L, 2L));
    }

    @Test
    @DisplayName("explains every metric, control and evaluation set of the plugin")
    void explainsWhatResultsName() {
        Stream<String> ids =
                Stream.of(Control.class, EvaluationSet.class).flatMap(kind -> Components.load(kind).ids().stream());
        Stream<String> metrics = Components.load(Metric.class).all().stream().map(Metric::label);

        assertThat(Stream.concat(ids, metrics))
                .allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }
}
