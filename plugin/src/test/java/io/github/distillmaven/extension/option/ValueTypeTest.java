package io.github.distillmaven.extension.option;

import java.util.Set;

import io.github.distillmaven.experiment.Normalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValueTypeTest {

    @ParameterizedTest
    @CsvSource({"5e-4, 0.0005", "0.00012, 0.00012", "1e7, 10000000", "0.0, 0.0", "0.05, 0.05", "1, 1.0"})
    void numbersAreWrittenWithoutExponents(double number, String text) {
        assertThat(ValueType.canonical(number)).isEqualTo(text);
    }

    @Test
    void setsAreWrittenInTheOrderOfTheAlphabet() {
        assertThat(ValueType.canonical(Set.of("b", "a"))).isEqualTo("a,b");
        assertThat(ValueType.canonical(Set.of())).isEqualTo("none");
    }

    @Test
    void constantsAreWrittenAsInThePom() {
        assertThat(ValueType.canonical(Normalization.MOMENT_MATCH)).isEqualTo("moment-match");
    }
}
