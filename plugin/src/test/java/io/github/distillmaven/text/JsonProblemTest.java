package io.github.distillmaven.text;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("What is wrong with JSON")
class JsonProblemTest {

    private record Names(List<Integer> names) {}

    @ParameterizedTest
    @ValueSource(strings = {"{\"names\": [1", "{", "[", "{\"names\": \"x", "{\"names\"", "[1, {\"a\": {}"})
    @DisplayName("is told without the parser's sources where it ends early")
    void endsEarly(String json) {
        JacksonException problem = catchThrowableOfType(
                JacksonException.class, () -> JsonMapper.shared().readTree(json));

        assertThat(JsonProblem.of(problem)).isEqualTo("it ends in the middle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1}", "{\"a\": ]}", "{\"a\" 1}", "nonsense", "{\"a\": 01}"})
    @DisplayName("is told without the parser's sources where it is none")
    void isNone(String json) {
        JacksonException problem = catchThrowableOfType(
                JacksonException.class, () -> JsonMapper.shared().readTree(json));

        assertThat(JsonProblem.of(problem)).isNotBlank().doesNotContain("Source", "REDACTED", "StreamReadFeature");
    }

    @Test
    @DisplayName("is told without chains of classes where it is of another form")
    void ofAnotherForm() {
        JacksonException problem = catchThrowableOfType(
                JacksonException.class, () -> JsonMapper.shared().readValue("{\"names\": [\"x\"]}", Names.class));

        assertThat(JsonProblem.of(problem)).contains("\"x\"").doesNotContain("Source", "reference chain", "Names[");
    }
}
