package io.github.distillmaven.experiment;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A number of inputs")
class ExampleCountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "500, 500",
        "d, 20",
        "3d, 60",
        "d+1, 21",
        "(d+1), 21",
        "2(d+1), 42",
        "100(d+1), 2100",
        "1000000000, 1000000000"
    })
    void mayDependOnTheDimension(String written, int inTwentyDimensions) {
        ExampleCount count = ExampleCount.type().read(written);

        assertThat(count.of(() -> 20)).isEqualTo(inTwentyDimensions);
        assertThat(ExampleCount.type().read(count.toString())).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"500, 500", "1d, d", "1(d+1), d+1", "(d+1), d+1", "10(d+1), 10(d+1)", "007, 7"})
    void isWrittenInOneWay(String written, String canonical) {
        assertThat(ExampleCount.type().read(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0d", "0(d+1)", "d+2", "2d+1", "d-1", "d+1)", "1.5d", "many", "1000000001"})
    void isNothingElse(String written) {
        assertThatThrownBy(() -> ExampleCount.type().read(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
