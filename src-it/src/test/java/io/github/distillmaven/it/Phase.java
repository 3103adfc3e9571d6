package io.github.distillmaven.it;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a build had come, told from its log. */
enum Phase {
    START_UP("start-up", null),
    FETCH("fetch", ":fetch-data ("),
    TEACHER("teacher", ":train-teacher ("),
    LABELLING("labelling", ":mislabel ("),
    STUDENT("student", ":train-student ("),
    REPORT("report", ":report ("),
    END("after the end", "BUILD SUCCESS");

    private final String label;
    private final String sign;

    /**
     * @param label in tables
     * @param sign what the log has once the phase began; null if nothing
     */
    Phase(String label, String sign) {
        this.label = label;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    /** The latest phase that the log tells of. */
    static Phase of(List<String> log) {
        Optional<Phase> latest = Arrays.stream(values())
                .filter(phase -> phase.sign != null)
                .filter(phase -> log.stream().anyMatch(line -> line.contains(phase.sign)))
                .reduce((earlier, later) -> later);
        return latest.orElse(START_UP);
    }
}
