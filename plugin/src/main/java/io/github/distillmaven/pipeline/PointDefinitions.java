package io.github.distillmaven.pipeline;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.distillmaven.dataset.points.PointTable;
import io.github.distillmaven.dataset.points.PointTransferTable;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.worker.PointRequest;

/** What decides each step of the two-dimensional experiment. One step makes the results of all seeds. */
final class PointDefinitions {

    private static final List<String> SEEDS = List.of("seed", "replicates");
    private static final String ATTACK_STEPS = "transfer.attackSteps";

    private final Experiment experiment;
    private final SortedMap<String, String> environment;

    /** @param environment what is known to change the bits of a TensorFlow step */
    PointDefinitions(Experiment experiment, SortedMap<String, String> environment) {
        this.experiment = experiment;
        this.environment = new TreeMap<>(environment);
        // Every operation runs on one thread; there are more of them for further seeds alone.
        this.environment.put("threads", "1");
    }

    StepDefinition teacher() {
        return new StepDefinition(
                StepName.TEACHER,
                settings(path -> SEEDS.contains(path) || path.startsWith("teacher.")),
                new TreeMap<>(),
                environment);
    }

    StepDefinition transfer(StepRecord teacher) {
        SortedMap<String, String> settings = settings(List.of("transfer.attack", "transfer.epsilon")::contains);
        if (experiment.transfer().perturbation().choice().values().containsKey("attackSteps")) {
            settings.putAll(settings(ATTACK_STEPS::equals));
        }
        return new StepDefinition(
                StepName.TRANSFER, settings, outputs(teacher, PointTable.FILE, PointRequest.WEIGHTS), environment);
    }

    StepDefinition student(StepRecord teacher, StepRecord transfer) {
        SortedMap<String, String> inputs = outputs(teacher, PointTable.FILE);
        inputs.putAll(outputs(transfer, PointTransferTable.FILE));
        return new StepDefinition(
                StepName.STUDENT,
                settings(path -> SEEDS.contains(path) || path.equals("controls") || path.startsWith("student.")),
                inputs,
                environment);
    }

    private SortedMap<String, String> settings(Predicate<String> matters) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (SettingValue setting : experiment.settings()) {
            if (matters.test(setting.path())) {
                settings.put(setting.path(), setting.value());
            }
        }
        return settings;
    }

    private static SortedMap<String, String> outputs(StepRecord step, String... files) {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (String file : files) {
            outputs.put(step.step() + "/" + file, step.outputs().get(file));
        }
        return outputs;
    }
}
