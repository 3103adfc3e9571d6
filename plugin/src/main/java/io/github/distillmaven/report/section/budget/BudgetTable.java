package io.github.distillmaven.report.section.budget;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.distillmaven.metrics.statistics.Interval;
import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.drawing.ExampleCurve;
import io.github.distillmaven.results.arms.Arm;
import org.jspecify.annotations.Nullable;

/**
 * The points of all curves for spreadsheets, in the form of {@code replicates.csv}: shares are in [0, 1], and a field is empty where
 * there is nothing to say.
 */
record BudgetTable(List<ExampleCurve> curves) {

    static final String FILE = "accuracy-over-examples.csv";

    private static final String HEAD =
            "curve,arm,examples,replicates,testAccuracy,standardDeviation,intervalLow,intervalHigh,published,agreement,agreementLow,agreementHigh";

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                Stream.concat(
                                Stream.of(HEAD),
                                curves.stream()
                                        .flatMap(curve -> curve.budgets().stream()
                                                .map(budget -> line(curves.indexOf(curve) + 1, budget))))
                        .map(line -> line + "\r\n")
                        .collect(Collectors.joining()),
                StandardCharsets.UTF_8);
    }

    private static String line(int curve, ExampleCurve.Budget budget) {
        Arm arm = budget.arm();
        Spread spread = arm.spread();
        Interval interval = arm.interval();
        Interval agreed = budget.agreement().interval();
        return Stream.of(
                        curve,
                        arm.id(),
                        number(budget.examples()),
                        arm.tests().size(),
                        arm.accuracy(),
                        text(spread == null ? null : spread.standardDeviation()),
                        text(interval == null ? null : interval.low()),
                        text(interval == null ? null : interval.high()),
                        text(arm.published()),
                        budget.agreement().accuracy(),
                        text(agreed == null ? null : agreed.low()),
                        text(agreed == null ? null : agreed.high()))
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private static String number(double examples) {
        return examples == Math.rint(examples) ? Long.toString(Math.round(examples)) : Double.toString(examples);
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
