package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.report.figure.TreeChart;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Arms;
import io.github.distillmaven.results.evidence.Evidence;
import io.github.distillmaven.results.evidence.Occasion;
import io.github.distillmaven.results.evidence.StepKeys;

/** What was made from what, of the first replicate: the teacher, the transfer sets that it labelled, and what learnt from those. */
final class StepTree {

    private final Map<String, StepRecord> records;
    private final Occasion occasion;
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();

    private StepTree(Evidence evidence, Occasion occasion) {
        this.occasion = occasion;
        records = evidence.all().stream()
                .collect(Collectors.toMap(StepRecord::key, Function.identity(), (one, same) -> one));
    }

    static TreeChart of(Evidence evidence, Arms arms, Occasion occasion) {
        StepTree tree = new StepTree(evidence, occasion);
        List<StepKeys> parts = evidence.keys().stream()
                .filter(keys -> keys.seed() == evidence.keys().get(0).seed())
                .toList();
        StepKeys treatment = parts.get(0);
        Map<String, Role> others = arms.controls().stream().collect(Collectors.toMap(Arm::id, Arm::role));
        List<String> roots = new ArrayList<>();
        for (StepKeys part : parts) {
            boolean control = others.get(part.part()) == Role.CONTROL;
            boolean first = part.equals(treatment);
            String of = first ? "" : " of " + part.part();
            Role role = first ? Role.STUDENT : others.getOrDefault(part.part(), Role.COMPARISON);
            if (tree.add(part.teacher(), "teacher" + of, Role.TEACHER)) {
                roots.add(part.teacher());
            }
            boolean rearranged = control && part.teacher().equals(treatment.teacher());
            if (tree.add(part.transfer(), "transfer set" + of, role)) {
                tree.hang(part.transfer(), rearranged ? treatment.transfer() : part.teacher());
            }
            if (tree.add(part.student(), "student" + of, role)) {
                tree.hang(part.student(), part.transfer());
            }
        }
        return new TreeChart(
                "What was made from what", roots.stream().map(tree::node).toList());
    }

    /** Whether it is new. */
    private boolean add(String key, String name, Role role) {
        roles.putIfAbsent(key, role);
        return names.putIfAbsent(key, name) == null;
    }

    private void hang(String key, String from) {
        children.computeIfAbsent(from, none -> new ArrayList<>()).add(key);
    }

    private TreeChart.Node node(String key) {
        StepRecord record = records.get(key);
        boolean here = record != null && Cost.madeSince(record, occasion.started());
        return new TreeChart.Node(
                names.getOrDefault(key, key),
                record == null
                        ? Numbers.UNKNOWN
                        : Numbers.duration(record.seconds()) + ", " + (here ? "this build" : "restored"),
                roles.getOrDefault(key, Role.TEACHER),
                here,
                children.getOrDefault(key, List.of()).stream().map(this::node).toList());
    }
}
