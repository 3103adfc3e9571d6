package io.github.distillmaven.tensorflow.training;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rates of contestants")
class RatesTest {

    private final Rates rates = new Rates();

    @BeforeEach
    void addThreeRounds() {
        List.of(10.0, 30.0, 20.0).forEach(rate -> rates.add("ours", rate));
        List.of(20.0, 10.0, 5.0).forEach(rate -> rates.add("first", rate));
        List.of(40.0, 9.0, 11.0).forEach(rate -> rates.add("second", rate));
    }

    @Test
    @DisplayName("are compared round by round")
    void comparesRoundByRound() {
        assertThat(rates.ratios("ours", "first")).containsExactly(0.5, 3.0, 4.0);
        assertThat(rates.ratios("ours", "absent")).isEmpty();
    }

    @Test
    @DisplayName("are highest where their median is")
    void knowsTheBest() {
        assertThat(rates.median("first")).isEqualTo(10);
        assertThat(rates.best(List.of("first", "second", "absent"))).contains("second");
        assertThat(rates.best(List.of("absent"))).isEmpty();
    }

    @Test
    @DisplayName("have the mean of the two in the middle as their median, if they are even in number")
    void hasMedianOfFour() {
        assertThat(Rates.median(new double[] {4, 1, 100, 2})).isEqualTo(3);
    }
}
