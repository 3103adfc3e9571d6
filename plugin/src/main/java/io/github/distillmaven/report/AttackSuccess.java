package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.distillmaven.dataset.transfer.AttackResult;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.Results;
import org.jspecify.annotations.Nullable;

/**
 * How often an attack fooled the teacher that it was made for, and an independent one, and how far it moved inputs, as {@link AttackResult}
 * defines all of it.
 */
final class AttackSuccess {

    private static final String ALONE =
            " What an independent teacher answers to them is not known: this needs a second replicate.";

    private AttackSuccess() {}

    /**
     * In a sentence, such as {@code Moved inputs, and what their teacher answers: treatment, 93.1% of 10,000 answered with their target, by the independent teacher
     * 21.0%, mean L2 distance 1.97.}; means over the replicates. Empty where nothing was moved.
     *
     * @param drawn whether every seed has inputs of its own, which no other teacher learnt
     */
    static String sentence(Results results, boolean drawn) {
        List<String> parts = new ArrayList<>();
        List<AttackResult> ofTreatment = results(results, Results.STUDENT, Results.Transfer::attack);
        if (!ofTreatment.isEmpty()) {
            parts.add(words("treatment", ofTreatment, independent(results, Results.STUDENT)));
        }
        for (String other : results.replicates().get(0).others().keySet()) {
            List<AttackResult> own = results(results, other, Results.Transfer::attack);
            // A student may share the transfer set of the treatment.
            if (!own.isEmpty() && !own.equals(ofTreatment)) {
                parts.add(words(other, own, independent(results, other)));
            }
        }
        return parts.isEmpty()
                ? ""
                : "Moved inputs, and what their teacher answers: " + String.join("; ", parts) + "."
                        + (results.replicates().size() == 1 && !drawn ? ALONE : "");
    }

    private static List<AttackResult> independent(Results results, String arm) {
        return results(results, arm, Results.Transfer::independentAttack);
    }

    /** One for each replicate; none where one of them lacks it. */
    private static List<AttackResult> results(
            Results results, String arm, Function<Results.Transfer, @Nullable AttackResult> which) {
        List<AttackResult> found = results.replicates().stream()
                .map(replicate -> which.apply(replicate.arm(arm).taught()))
                .filter(Objects::nonNull)
                .toList();
        return found.size() == results.replicates().size() ? found : List.of();
    }

    /** @param independent the same by the answers of the independent teachers; empty if there are none */
    private static String words(String arm, List<AttackResult> results, List<AttackResult> independent) {
        String aim = results.get(0).target().equals("untargeted") ? "another class than their label" : "their target";
        String whole = "%s, %s of %s answered with %s%s, mean L2 distance %s"
                .formatted(
                        arm,
                        success(results, AttackResult::all),
                        Numbers.counts(
                                results.stream().mapToInt(result -> result.all().inputs())),
                        aim,
                        byOther(independent, AttackResult::all),
                        distance(results, AttackResult::all));
        // Where no target is a true label, the parts say what the whole says.
        return results.stream().allMatch(AttackSuccess::hasOneAim)
                ? whole
                : whole + " (target the true label: " + part(results, independent, AttackResult::towardTrueLabel)
                        + "; another: " + part(results, independent, AttackResult::towardOther) + ")";
    }

    private static boolean hasOneAim(AttackResult result) {
        AttackResult.MovedPart own = result.towardTrueLabel();
        return own == null || own.inputs() == 0;
    }

    private static String part(
            List<AttackResult> results,
            List<AttackResult> independent,
            Function<AttackResult, AttackResult.@Nullable MovedPart> part) {
        return success(results, part) + byOther(independent, part) + ", " + distance(results, part);
    }

    private static String byOther(
            List<AttackResult> independent, Function<AttackResult, AttackResult.@Nullable MovedPart> part) {
        return independent.isEmpty() ? "" : ", by the independent teacher " + success(independent, part);
    }

    private static String success(
            List<AttackResult> results, Function<AttackResult, AttackResult.@Nullable MovedPart> part) {
        return Numbers.percent(mean(results, part, AttackResult.MovedPart::success));
    }

    private static String distance(
            List<AttackResult> results, Function<AttackResult, AttackResult.@Nullable MovedPart> part) {
        double mean = mean(results, part, moved -> moved.meanDistance() == null ? Double.NaN : moved.meanDistance());
        return Double.isNaN(mean) ? Numbers.UNKNOWN : Numbers.fixed(mean, 2);
    }

    private static double mean(
            List<AttackResult> results,
            Function<AttackResult, AttackResult.@Nullable MovedPart> part,
            Function<AttackResult.MovedPart, Double> number) {
        return results.stream()
                .map(part)
                .mapToDouble(moved -> moved == null ? Double.NaN : number.apply(moved))
                .average()
                .orElse(Double.NaN);
    }
}
