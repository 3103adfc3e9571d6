package io.github.distillmaven.progress;

import java.util.ArrayList;
import java.util.List;

import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every line of a log")
class ExperimentLogTest {

    private final List<String> lines = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "teacher: made in 6.3 s; ; x: teacher: made in 6.3 s",
                "teacher: made in 6.3 s; one; one/x: teacher: made in 6.3 s",
                "x: a student; one; one/x: a student",
                "Experiment 'x': there is no baseline; one; Experiment 'x': there is no baseline"
            })
    void saysOfWhichExperimentItIs(String line, String module, String named) {
        ExperimentLog log = new ExperimentLog(
                new SystemStreamLog() {
                    @Override
                    public void info(CharSequence written) {
                        lines.add(written.toString());
                    }

                    @Override
                    public void warn(CharSequence written) {
                        lines.add(written.toString());
                    }
                },
                module,
                "x",
                new Colours(false));

        log.info(line);
        log.warn(line);

        assertThat(lines).containsExactly(named, named);
    }

    @Test
    @DisplayName("has the name of its experiment in bold where there are colours, and is green where that is asked for")
    void hasColours() {
        Colours colours = new Colours(true);
        ExperimentLog log = new ExperimentLog(
                new SystemStreamLog() {
                    @Override
                    public void info(CharSequence written) {
                        lines.add(written.toString());
                    }
                },
                "one",
                "x",
                colours);

        log.info("a student, " + colours.success("met"));

        assertThat(lines).containsExactly("\u001b[1mone/x:\u001b[m a student, \u001b[1;32mmet\u001b[m");
        assertThat(Colours.ofThisBuild().shown())
                .describedAs("without a terminal there are none")
                .isFalse();
    }
}
