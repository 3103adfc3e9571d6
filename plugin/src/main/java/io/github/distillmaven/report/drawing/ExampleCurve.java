package io.github.distillmaven.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.ExperimentArm;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.metrics.TeacherAgreement;
import io.github.distillmaven.report.figure.LinePlot;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Role;
import io.github.distillmaven.results.arms.Arm;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/**
 * How the test accuracy, and the agreement with the teacher, depend on the number of examples: of students that differ in that alone, and in
 * how often they see them.
 *
 * @param name in what they differ from those of other curves; empty if there is no other
 * @param budgets two or more, the fewest examples first
 */
public record ExampleCurve(String name, List<Budget> budgets) {

    /** Settings of the number of examples, of what is made of it, and of what changes no model. */
    private static final Set<String> FREE = Set.of(
            "transfer.examples",
            "student.examples",
            "transfer.minimumSize",
            "transfer.allowSmall",
            ExperimentArm.CHANGES_NO_MODEL);

    /** Whoever has fewer examples can afford to see them more often. */
    private static final String EPOCHS = "student.epochs";

    private static final String NOISE = "transfer.noise";
    private static final String LABELS = "transfer.labels";
    private static final String NETWORK = "student.network";
    private static final String LINEAR = "linear";

    public ExampleCurve {
        budgets = List.copyOf(budgets);
    }

    /**
     * The students of one arm.
     *
     * @param arm by test accuracy
     * @param agreement the same by the share of the test set that they answer as their teacher does
     * @param examples that each was trained on, the mean over the replicates
     */
    public record Budget(Arm arm, Arm agreement, double examples) {

        static Budget of(Arm arm, Findings findings) {
            return new Budget(
                    arm,
                    arm.by(findings.each(replicate ->
                            replicate.arm(arm.id()).value(TeacherAgreement.ID).proportion())),
                    ExampleCurve.examples(findings, arm));
        }
    }

    /** The curve of the treatment, if it is on one, before others. */
    public static List<ExampleCurve> of(ReportRequest request, Findings findings) {
        List<Arm> students = findings.arms().students().stream()
                .filter(arm -> arm.role() != Role.CONTROL && arm.spread() != null)
                .toList();
        Map<SortedMap<String, String>, List<Budget>> byRecipe = byRecipe(students, request, findings);
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

    /** Whatever their epochs, unless students with as many examples differ in these. */
    private static Map<SortedMap<String, String>, List<Budget>> byRecipe(
            List<Arm> students, ReportRequest request, Findings findings) {
        Map<SortedMap<String, String>, List<Budget>> free = byRecipe(students, request, findings, Set.of(EPOCHS));
        boolean clear = free.values().stream()
                .allMatch(budgets ->
                        budgets.stream().map(Budget::examples).distinct().count() == budgets.size());
        return clear ? free : byRecipe(students, request, findings, Set.of());
    }

    private static Map<SortedMap<String, String>, List<Budget>> byRecipe(
            List<Arm> students, ReportRequest request, Findings findings, Set<String> alsoFree) {
        Map<SortedMap<String, String>, List<Budget>> byRecipe = new LinkedHashMap<>();
        for (Arm arm : students) {
            SortedMap<String, String> recipe = recipe(request, arm);
            recipe.keySet().removeAll(alsoFree);
            byRecipe.computeIfAbsent(recipe, first -> new ArrayList<>()).add(Budget.of(arm, findings));
        }
        return byRecipe;
    }

    /** All of them in one figure, in which the number of parameters of a linear model is pointed out. */
    public static LinePlot plot(List<ExampleCurve> curves, ReportRequest request, Findings findings) {
        return plot("Accuracy on the test set", "examples in the transfer set", Budget::arm, curves, request, findings);
    }

    /** The same by agreement with the teacher. */
    public static LinePlot agreement(List<ExampleCurve> curves, ReportRequest request, Findings findings) {
        return plot(
                "Agreement with the teacher on the test set",
                "answers of the teacher",
                Budget::agreement,
                curves,
                request,
                findings);
    }

    private static LinePlot plot(
            String what,
            String axis,
            Function<Budget, Arm> measure,
            List<ExampleCurve> curves,
            ReportRequest request,
            Findings findings) {
        return new LinePlot(
                what + " over the number of examples. "
                        + curves.stream().map(curve -> curve.inWords(measure)).collect(Collectors.joining(" ")),
                axis,
                curves.stream()
                        .map(curve -> new LinePlot.Polyline(
                                curve.name,
                                curve.budgets.stream()
                                        .map(budget -> drawn(budget.examples(), measure.apply(budget)))
                                        .toList()))
                        .toList(),
                findings.chance(),
                linear(request, findings)
                        ? parameters(request.teacherData().shape().values() + 1)
                        : null);
    }

    private static LinePlot.Landmark parameters(int number) {
        return new LinePlot.Landmark("d + 1 = " + Numbers.count(number), number);
    }

    private static LinePlot.Point drawn(double examples, Arm arm) {
        return new LinePlot.Point(examples, arm.accuracy(), arm.interval(), arm.published());
    }

    /** Its points by a measure. */
    public String inWords(Function<Budget, Arm> measure) {
        return (name.isEmpty() ? "" : name + ": ")
                + budgets.stream()
                        .map(budget -> Numbers.percent(measure.apply(budget).accuracy()) + " of "
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

    /** As few words as tell the curve from all others. */
    private static String name(SortedMap<String, String> recipe, List<SortedMap<String, String>> all) {
        List<String> words = new ArrayList<>();
        List<SortedMap<String, String>> alike = all;
        for (String path : ordered(recipe)) {
            if (differs(path, alike)) {
                words.add(words(path, recipe.get(path)));
                alike = alike.stream()
                        .filter(other -> Objects.equals(other.get(path), recipe.get(path)))
                        .toList();
            }
        }
        String name = words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
        return all.size() == 1 || !name.isEmpty() ? name : words(LABELS, recipe.get(LABELS));
    }

    /** What the student sees, and then how it learns that. */
    private static List<String> ordered(SortedMap<String, String> recipe) {
        return Stream.concat(
                        Stream.of(NOISE, LABELS).filter(recipe::containsKey),
                        recipe.keySet().stream()
                                .sorted(Comparator.reverseOrder())
                                .filter(path -> !List.of(NOISE, LABELS).contains(path)))
                .toList();
    }

    /** Empty for images that are their own. */
    private static String words(String path, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (path.equals(NOISE)) {
            return Components.load(Noise.class)
                    .find(value)
                    .map(noise -> noise.replaces() ? noise.title() + " instead of images" : "")
                    .orElse("noise " + value);
        }
        if (path.equals(LABELS)) {
            return Components.load(Labelling.class)
                    .find(value)
                    .map(Labelling::title)
                    .orElse("labels " + value);
        }
        return path.substring(path.lastIndexOf('.') + 1) + " " + value;
    }

    private static boolean differs(String path, List<SortedMap<String, String>> recipes) {
        Stream<@Nullable String> values = recipes.stream().map(recipe -> recipe.get(path));
        return values.distinct().count() > 1;
    }
}
