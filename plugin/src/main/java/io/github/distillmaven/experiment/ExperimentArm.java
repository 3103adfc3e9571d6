package io.github.distillmaven.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.distillmaven.extension.Control;

/**
 * One student of every replicate: how its transfer set is made, and how it is trained on that.
 *
 * @param name as users and metrics name it; that of the treatment is {@value #TREATMENT}
 * @param role what it is compared for
 * @param transfer how its transfer set is made; where it is rearranged, how that of the treatment is made
 * @param training how its student is trained
 * @param control how the treatment's transfer set is rearranged for it; empty if it is not
 * @param meaning what its student saw, or how it differs from the treatment: a part of a sentence; empty for the treatment
 * @param settings those below {@code student} and {@code transfer} as they came out for it; empty for the treatment and its controls,
 *     whose settings are those of the experiment
 * @param transferFolder where its transfer set lies below its replicate, with slashes; empty for that of the treatment. Arms whose sets
 *     are made alike share one
 */
public record ExperimentArm(
        String name,
        ArmRole role,
        TransferPlan transfer,
        Training training,
        Optional<Control> control,
        String meaning,
        List<SettingValue> settings,
        String transferFolder) {

    public ExperimentArm {
        settings = List.copyOf(settings);
    }

    /** The setting of a student that changes no model, but how often one is looked at. */
    public static final String CHANGES_NO_MODEL = "student.evaluateEvery";

    /** Name of the treatment. */
    public static final String TREATMENT = "student";

    /** The student that the experiment is about. */
    public static ExperimentArm treatment(TransferPlan transfer, Training training) {
        return new ExperimentArm(TREATMENT, ArmRole.TREATMENT, transfer, training, Optional.empty(), "", List.of(), "");
    }

    /** A control of this treatment. */
    public ExperimentArm of(Control control) {
        return new ExperimentArm(
                control.id(),
                ArmRole.CONTROL,
                transfer,
                training,
                Optional.of(control),
                control.meaning(),
                List.of(),
                folder(ArmRole.CONTROL, control.id()));
    }

    /**
     * A student that differs from the treatment.
     *
     * @param control how the treatment's transfer set is rearranged for it; empty if it is not
     * @param base settings of the treatment, in the order of its own
     * @param earlier the arms before it
     */
    public static ExperimentArm differing(
            String name,
            TransferPlan transfer,
            Training training,
            Optional<Control> control,
            List<SettingValue> own,
            List<SettingValue> base,
            List<ExperimentArm> earlier) {
        String transferFolder = earlier.stream()
                .filter(arm -> arm.control.equals(control) && arm.transfer.equals(transfer))
                .findFirst()
                .map(ExperimentArm::transferFolder)
                .orElse(folder(ArmRole.COMPARISON, name));
        return new ExperimentArm(
                name,
                ArmRole.COMPARISON,
                transfer,
                training,
                control,
                difference(own, base, control),
                own,
                transferFolder);
    }

    private static String difference(List<SettingValue> own, List<SettingValue> base, Optional<Control> control) {
        Stream<String> settings = IntStream.range(0, own.size())
                .filter(index -> !own.get(index).path().equals(CHANGES_NO_MODEL))
                .filter(index -> !own.get(index).value().equals(base.get(index).value()))
                .mapToObj(index -> "%s %s instead of %s"
                        .formatted(
                                own.get(index).path(),
                                own.get(index).value(),
                                base.get(index).value()));
        return Stream.concat(settings, control.map(rearranged -> "control " + rearranged.id()).stream())
                .collect(Collectors.joining(", "));
    }

    /** Where its results lie below those of its replicate, with slashes; empty for the treatment. */
    public String folder() {
        return folder(role, name);
    }

    /** Where the results of an arm of such a role and name lie, likewise. */
    public static String folder(ArmRole role, String name) {
        return switch (role) {
            case TREATMENT -> "";
            case CONTROL -> "controls/" + name;
            case COMPARISON -> "students/" + name;
        };
    }

    /** Whether no other arm before it has the same transfer set. */
    public boolean hasOwnTransfer() {
        return transferFolder.equals(folder());
    }

    /** As {@link Control#hasOwnTeacher}. */
    public boolean hasOwnTeacher() {
        return control.filter(Control::hasOwnTeacher).isPresent();
    }

    /** As {@link Control#nullRank}; 0 for a student that differs from the treatment in more than a control does. */
    public int nullRank() {
        return control.filter(rearranged -> role == ArmRole.CONTROL)
                .map(Control::nullRank)
                .orElse(0);
    }
}
