package io.github.distillmaven.pipeline;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue.Origin;
import io.github.distillmaven.experiment.reader.ExperimentReader;
import io.github.distillmaven.experiment.reader.PresetCatalog;
import io.github.distillmaven.experiment.reader.SettingLayer;
import io.github.distillmaven.pipeline.step.StepDefinitions;
import io.github.distillmaven.report.Remaking;
import io.github.distillmaven.results.MetricNames;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The execution that a page prints")
class RemadeExperimentTest {

    private final ExperimentReader reader = new ExperimentReader(new DatasetCatalog(), new MetricNames());

    static Stream<String> presets() {
        return new PresetCatalog().names().stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    @DisplayName("gives the same keys in another POM, whatever was written beside the preset")
    void givesTheSameKeys(String preset) throws Exception {
        // A student that is solved for has no epochs.
        boolean solved = preset.equals("linear-from-d-plus-1");
        String difference = solved ? "transfer.examples" : "epochs";
        Map<String, String> written = new LinkedHashMap<>();
        written.put("preset", preset);
        written.put("seed", "9");
        written.put("replicates", "3");
        written.put(solved ? difference : "student.epochs", "30");
        written.put("students.student.name", "slow");
        written.put("students.student." + difference, "40");
        written.put("students.student[2].name", "slower");
        written.put("students.student[2]." + difference, "50");
        Experiment experiment = read(Origin.POM, written);

        assertThat(keys(read(Origin.POM, printed(experiment)))).isEqualTo(keys(experiment));
        assertThat(keys(read(Origin.POM, Map.of("preset", preset)))).isNotEqualTo(keys(experiment));
    }

    @ParameterizedTest
    @MethodSource("presets")
    @DisplayName("gives the same keys where nothing was written but the preset, on the command line")
    void givesTheSameKeysOfThePreset(String preset) throws Exception {
        Experiment experiment = read(Origin.COMMAND_LINE, Map.of("preset", preset));

        assertThat(keys(read(Origin.POM, printed(experiment)))).isEqualTo(keys(experiment));
    }

    private Experiment read(Origin origin, Map<String, String> written) throws Exception {
        return reader.read("x", List.of(new SettingLayer(origin, written)));
    }

    private static Map<String, String> printed(Experiment experiment) throws Exception {
        String execution = Remaking.of(
                        experiment.name(),
                        ReportStep.reported(experiment),
                        "verify",
                        List.of(),
                        experiment.lists(),
                        List.of())
                .execution();
        Map<String, String> texts = new LinkedHashMap<>();
        collect("", Xpp3DomBuilder.build(new StringReader(execution)).getChild("configuration"), texts);
        return texts;
    }

    /** As the goals do with the configuration of an execution. */
    private static void collect(String path, Xpp3Dom element, Map<String, String> texts) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Xpp3Dom child : element.getChildren()) {
            int number = numbers.merge(child.getName(), 1, Integer::sum);
            String own = path + child.getName() + (number == 1 ? "" : "[" + number + "]");
            if (child.getChildCount() == 0) {
                texts.put(own, child.getValue());
            }
            collect(own + ".", child, texts);
        }
    }

    /** Of the seeds, and of what each student learns from and how, by arm. */
    private static Map<String, String> keys(Experiment experiment) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("seeds", experiment.seeds().toString());
        for (ExperimentArm arm : experiment.arms()) {
            StepDefinitions definitions =
                    new StepDefinitions(SettingsAndKeysTest.workspace(experiment.as(arm)), new TreeMap<>());
            keys.put(arm.name() + " data", definitions.data().key());
            keys.put(arm.name() + " teacher", definitions.teacher().key());
            keys.put(
                    arm.name() + " transfer",
                    definitions
                            .transfer(
                                    SettingsAndKeysTest.recorded(definitions.teacher(), "model/saved_model.pb"),
                                    List.of())
                            .key());
            keys.put(
                    arm.name() + " student",
                    definitions
                            .student(SettingsAndKeysTest.recorded(definitions.data(), "labels-ubyte"))
                            .key());
        }
        return keys;
    }
}
