package io.github.distillmaven.pipeline.step;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.experiment.StepRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A step's key")
class StepDefinitionTest {

    private static final String DIGEST = "cc".repeat(32);

    private final StepDefinition definition = definition(
            Map.of("seed", "1", "teacher.epochs", "3"), Map.of("mnist/labels", DIGEST), Map.of("threads", "2"));

    @Test
    void isTheSameForTheSameThings() {
        assertThat(definition.key())
                .isEqualTo(definition(
                                Map.of("teacher.epochs", "3", "seed", "1"),
                                Map.of("mnist/labels", DIGEST),
                                Map.of("threads", "2"))
                        .key());
    }

    @Test
    void changesWithEverySettingInputAndFactOfTheEnvironment() {
        Map<String, String> settings = Map.of("seed", "1", "teacher.epochs", "3");
        Map<String, String> inputs = Map.of("mnist/labels", DIGEST);

        assertThat(new String[] {
                    definition.key(),
                    definition(Map.of("seed", "2", "teacher.epochs", "3"), inputs, Map.of("threads", "2"))
                            .key(),
                    definition(Map.of("seed", "1"), inputs, Map.of("threads", "2"))
                            .key(),
                    definition(settings, Map.of("mnist/labels", "dd".repeat(32)), Map.of("threads", "2"))
                            .key(),
                    definition(settings, inputs, Map.of("threads", "1")).key(),
                    definition(settings, inputs, Map.of("threads", "2", "device", "gpu"))
                            .key(),
                    new StepDefinition(
                                    StepName.STUDENT,
                                    definition.settings(),
                                    definition.inputs(),
                                    definition.environment())
                            .key()
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhatChangedSinceAnEarlierRun() {
        StepRecord earlier = new StepRecord(
                "teacher",
                definition.key(),
                definition.settings(),
                definition.inputs(),
                definition.environment(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                "2026-01-01T00:00:00Z",
                1);
        StepDefinition now = definition(
                Map.of("seed", "2", "teacher.epochs", "3"),
                Map.of("mnist/labels", "dd".repeat(32)),
                Map.of("threads", "2", "plugin", "1-SNAPSHOT@" + DIGEST));

        assertThat(now.changesSince(earlier))
                .containsExactly(
                        "seed: 1 -> 2",
                        "mnist/labels: cccccccccccc -> dddddddddddd",
                        "plugin: none -> 1-SNAPSHOT@cccccccccccc");
        assertThat(definition.changesSince(earlier)).isEmpty();
    }

    private static StepDefinition definition(
            Map<String, String> settings, Map<String, String> inputs, Map<String, String> environment) {
        return new StepDefinition(StepName.TEACHER, sorted(settings), sorted(inputs), sorted(environment));
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(map);
    }
}
