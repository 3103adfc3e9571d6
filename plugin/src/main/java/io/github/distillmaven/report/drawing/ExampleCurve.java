package io.github.distillmaven.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.report.figure.LinePlot;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/**
 * How the test accuracy depends on the number of examples: of students that differ in that alone.
 *
 * @param name in what they differ from those of other curves; empty if there is no other
 * @param budgets two or more, the fewest examples first
 */
public record ExampleCurve(String name, List<Budget> budgets) {

    /** Settings of the number of examples, and of what is made of it. */
    private static final Set<String> FREE =
            Set.of("transfer.examples", "student.examples", "transfer.minimumSize", "transfer.allowSmall");

    private static final String NETWORK = "student.network";
    private static final String LINEAR = "linear";

    public ExampleCurve {
        budgets = List.copyOf(budgets);
    }

    /**
     * The students of one arm.
     *
     * @param examples that each was trained on, the mean over the replicates
     */
    public record Budget(Arm arm, double examples) {

        /** Mean test accuracy. */
        public double accuracy() {
            return arm.accuracy();
        }
    }

    /** The curve of the treatment, if it is on one, before others. */
    public static List<ExampleCurve> of(ReportRequest request, Findings findings) {
        Map<SortedMap<String, String>, List<Budget>> byRecipe = new LinkedHashMap<>();
        for (Arm arm : findings.arms().students()) {
            if (arm.role() != Role.CONTROL && arm.spread() != null) {
                byRecipe.computeIfAbsent(recipe(request, arm), recipe -> new ArrayList<>())
                        .add(new Budget(arm, examples(findings, arm)));
            }
        }
        byRecipe.values()
                .removeIf(budgets ->
                        budgets.stream().map(Budget::examples).distinct().count() < 2);
        return byRecipe.entrySet().stream()
                .map(curve -> new ExampleCurve(
                        name(curve.getKey(), List.copyOf(byRecipe.keySet())),
                        curve.getValue().stream()
                                .sorted(Comparator.comparingDouble(Budget::examples))
                                .toList()))
                .toList();
    }

    /** All of them in one figure, in which the number of parameters of a linear model is pointed out. */
    public static LinePlot plot(List<ExampleCurve> curves, ReportRequest request, Findings findings) {
        return new LinePlot(
                "Accuracy on the test set over the number of examples. "
                        + curves.stream().map(ExampleCurve::inWords).collect(Collectors.joining(" ")),
                "examples in the transfer set",
                curves.stream()
                        .map(curve -> new LinePlot.Polyline(
                                curve.name,
                                curve.budgets.stream().map(ExampleCurve::drawn).toList()))
                        .toList(),
                findings.chance(),
                linear(request, findings)
                        ? parameters(request.teacherData().shape().values() + 1)
                        : null);
    }

    private static LinePlot.Landmark parameters(int number) {
        return new LinePlot.Landmark("d + 1 = " + Numbers.count(number), number);
    }

    private static LinePlot.Point drawn(Budget budget) {
        return new LinePlot.Point(
                budget.examples(),
                budget.accuracy(),
                budget.arm().interval(),
                budget.arm().published());
    }

    private String inWords() {
        return (name.isEmpty() ? "" : name + ": ")
                + budgets.stream()
                        .map(budget -> Numbers.percent(budget.accuracy()) + " of "
                                + Numbers.count(Math.round(budget.examples())))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static boolean linear(ReportRequest request, Findings findings) {
        return findings.arms().students().stream()
                .map(arm -> recipe(request, arm))
                .allMatch(recipe -> LINEAR.equals(recipe.get(NETWORK)));
    }

    /** All settings of a student and of its transfer set but the number of examples. */
    private static SortedMap<String, String> recipe(ReportRequest request, Arm arm) {
        List<SettingValue> own =
                arm.control() == null ? request.settings() : arm.control().settings();
        SortedMap<String, String> recipe = new TreeMap<>();
        own.stream()
                .filter(setting ->
                        setting.path().startsWith("student.") || setting.path().startsWith("transfer."))
                .filter(setting -> !FREE.contains(setting.path()))
                .forEach(setting -> recipe.put(setting.path(), setting.value()));
        return recipe;
    }

    private static double examples(Findings findings, Arm arm) {
        return findings.replicates().stream()
                .mapToInt(replicate -> replicate.arm(arm.id()).taught().size())
                .average()
                .orElseThrow();
    }

    private static String name(SortedMap<String, String> recipe, List<SortedMap<String, String>> all) {
        return recipe.keySet().stream()
                .filter(path -> differs(path, all))
                // What the student sees, and then how it learns that.
                .sorted(Comparator.reverseOrder())
                .map(path -> path.substring(path.lastIndexOf('.') + 1) + " " + recipe.get(path))
                .collect(Collectors.joining(", "));
    }

    private static boolean differs(String path, List<SortedMap<String, String>> recipes) {
        Stream<@Nullable String> values = recipes.stream().map(recipe -> recipe.get(path));
        return values.distinct().count() > 1;
    }
}
