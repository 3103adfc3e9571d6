package io.github.distillmaven.results;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.distillmaven.experiment.ControlArms;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.report.ExperimentReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The schema of results.json")
class ResultsSchemaTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNode SCHEMA = MAPPER.readTree(Path.of("..", "docs", "results.schema.json"));

    @TempDir
    Path folder;

    @Test
    void isOfTheVersionThatIsWritten() {
        assertThat(SCHEMA.at("/properties/schema/const").asInt()).isEqualTo(Results.SCHEMA);
        assertThat(SCHEMA.get("$id").asString()).endsWith(":" + Results.SCHEMA);
    }

    static Stream<Class<?>> records() {
        return Stream.concat(
                Stream.of(Results.class, Published.class), Arrays.stream(Results.class.getDeclaredClasses()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void describesEveryField(Class<?> type) {
        JsonNode definition = type == Results.class ? SCHEMA : SCHEMA.at("/$defs/" + type.getSimpleName());
        String[] fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);

        assertThat(definition.path("properties").propertyNames()).containsExactlyInAnyOrder(fields);
        assertThat(definition.path("properties"))
                .allSatisfy(field ->
                        assertThat(field.path("description").asString("")).endsWith("."));
        assertThat(definition.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(Arrays.stream(fields)
                        .filter(field -> !field.equals("commit"))
                        .toArray(String[]::new));
    }

    @Test
    void isMetByAnExperimentWithImages() throws Exception {
        Path results = new ExperimentReport()
                .write(new ExperimentFixture(folder.resolve("images"))
                        .tests(50)
                        .transferSize(50)
                        .replicates(2)
                        .controls(ControlArms.SHUFFLED, ControlArms.NEXT_CLASS)
                        .wrongLabelsOnly()
                        .write())
                .results();

        assertThat(violations(Files.readString(results))).isEmpty();
    }

    @Test
    void isMetByOneRunWithoutTestsOrPublishedNumbers() throws Exception {
        Path results = new ExperimentReport()
                .write(new ExperimentFixture(folder.resolve("images"))
                        .tests(0)
                        .transferSize(50)
                        .preset(null, null)
                        .write())
                .results();

        assertThat(violations(Files.readString(results))).isEmpty();
    }

    @Test
    void isMetByAnExperimentWithPoints() throws Exception {
        Path results = new ExperimentReport()
                .write(new PointFixture(folder.resolve("plane"), List.of(20, 23)).write())
                .results();

        assertThat(violations(Files.readString(results))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '@',
            value = {
                "\"schema\" : [0-9]+; \"schema\" : 1; /schema",
                "\"seed\" : 1; \"seed\" : \"1\"; /replicates/0/seed",
                "\"size\" : 20; \"size\" : -1; /replicates/0/arms/student/transfer/size",
                "\"successes\" : [0-9]+; \"successes\" : -1; /replicates/0/arms/teacher/evaluations/test/testAccuracy/successes",
                "\"verdict\" : \"[^\"]+\"; \"verdict\" : \"fine\"; /summary/arms/student/verdict"
            })
    void isNotMetBySomethingElse(String pattern, String replacement, String place) throws Exception {
        Path results = new ExperimentReport()
                .write(new PointFixture(folder.resolve("plane"), List.of(20, 23)).write())
                .results();

        assertThat(violations(Files.readString(results).replaceFirst(pattern, replacement)))
                .extracting(violation -> violation.getInstanceLocation().toString())
                .containsOnly(place);
    }

    private static List<Error> violations(String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA);
        return schema.validate(MAPPER.readTree(json));
    }
}
