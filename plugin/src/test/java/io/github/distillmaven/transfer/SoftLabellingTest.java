package io.github.distillmaven.transfer;

import java.util.Optional;
import java.util.TreeMap;

import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("Soft labels")
class SoftLabellingTest {

    private final SoftLabelling labelling = new SoftLabelling();
    private final TeacherAnswers answers = new TeacherAnswers(
            new int[] {0, 2}, Optional.of(new float[] {2, 1, 0, 0, 0, 4000}), Optional.empty(), Optional.empty(), 3);

    @Test
    void areTheSoftmaxOfTheLogitsDividedByTheTemperature() {
        double sum = Math.exp(1) + Math.exp(0.5) + 1;
        float[] rows = rows(at(2));

        assertThat((double) rows[0]).isCloseTo(Math.exp(1) / sum, within(1e-7));
        assertThat((double) rows[1]).isCloseTo(Math.exp(0.5) / sum, within(1e-7));
        assertThat((double) rows[2]).isCloseTo(1 / sum, within(1e-7));
    }

    @Test
    void areTheClassItselfWhereTheTeacherIsCertain() {
        assertThat(rows(Choice.of("soft"))).endsWith(0f, 0f, 1f);
    }

    @Test
    void areLearntAtTheTemperatureThatTheyWereGivenAt() {
        assertThat(labelling.temperature(at(20))).isEqualTo(20);
        assertThat(labelling.temperature(Choice.of("soft"))).isEqualTo(1);
    }

    private static Choice at(double temperature) {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("temperature", String.valueOf(temperature));
        return new Choice("soft", values);
    }

    private float[] rows(Choice choice) {
        return ((Targets.Distributions) labelling.label(answers, choice, null)).rows();
    }
}
