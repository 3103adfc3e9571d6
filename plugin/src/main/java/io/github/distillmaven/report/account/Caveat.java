package io.github.distillmaven.report.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.experiment.ArmRole;
import io.github.distillmaven.experiment.Published;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.metrics.LabelHistogram;
import io.github.distillmaven.metrics.statistics.Verdict;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;

/**
 * Something that an experiment did not show, said on its page rather than left out.
 *
 * @param lead what is missing, in a few words
 * @param text what follows from that
 */
public record Caveat(String lead, String text) {

    /** The control that the treatment has to beat. */
    private static final String KEY_NULL = "shuffled-within-class";

    /** Replicates from which on a claim may be made. */
    private static final int ENOUGH = Verdict.FEWEST;

    /** What a build sets without making another experiment of it. */
    private static final Set<String> HARMLESS = Set.of("preset", "seed", "replicates", "controls");

    static List<Caveat> of(ReportRequest request, Findings findings) {
        List<Caveat> caveats = new ArrayList<>();
        ofReplicates(request, findings).ifPresent(caveats::add);
        ofTeacher(request, findings).ifPresent(caveats::add);
        ofRepeatedImages(request.teacherData()).ifPresent(caveats::add);
        ofControls(request).ifPresent(caveats::add);
        if (findings.student().taught().wrong() == null) {
            caveats.add(new Caveat(
                    "No true labels in the transfer set.",
                    request.inputs().title() + " and " + request.teacherData().title()
                            + " are different tasks: no given label is right or wrong."));
        }
        absentLabels(request, findings).ifPresent(caveats::add);
        caveats.addAll(Fit.caveats(request, findings));
        ofSettings(request.preset(), request.published(), request.settings()).ifPresent(caveats::add);
        if (request.published() != null && request.published().holds()) {
            caveats.add(new Caveat(
                    "Published numbers.",
                    "They come from another program and, unless the source says otherwise, from a single run, so a"
                            + " difference from ours refutes nothing."));
        }
        if (request.teacherData().synthetic() || request.inputs().synthetic()) {
            caveats.add(new Caveat(
                    "Synthetic images.",
                    "The plugin drew them itself. Numbers on them cannot be compared with numbers on other data."));
        }
        return caveats;
    }

    /**
     * What differs from the preset, if that says something about the results.
     *
     * @param preset null if none
     * @param published null if nothing was
     */
    public static Optional<Caveat> ofSettings(
            @Nullable String preset, @Nullable Published published, List<SettingValue> settings) {
        if (published != null && !published.holds()) {
            return Optional.of(new Caveat("Not the published experiment.", published.differenceInWords()));
        }
        String changed = SettingRow.of(settings).stream()
                .filter(SettingRow::changed)
                .filter(row -> !HARMLESS.contains(row.path()))
                .map(row -> row.path() + " " + row.value())
                .collect(Collectors.joining(", "));
        return preset == null || changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caveat(
                        "Settings that differ from the preset.",
                        "This build set " + changed + ". A difference from other results of the preset " + preset
                                + " may be due to that."));
    }

    /** That all replicates share the teacher, if they do. */
    private static Optional<Caveat> ofTeacher(ReportRequest request, Findings findings) {
        int replicates = findings.replicates().size();
        return request.givenTeacher()
                ? Optional.of(new Caveat(
                        "One given teacher.",
                        "It was not trained here. "
                                + (replicates == 1
                                        ? "This says"
                                        : "All " + replicates
                                                + " replicates share it, and only their students differ. This says")
                                + " nothing about other models."))
                : Optional.empty();
    }

    /** That the test asks what was learnt, where it does. */
    private static Optional<Caveat> ofRepeatedImages(DatasetSpec data) {
        return data.repeatedImages() == 0
                ? Optional.empty()
                : Optional.of(new Caveat(
                        "Test images that are training images.",
                        "%s test images of %s are among its training images too, pixel by pixel. A model can get them right from memory."
                                .formatted(Numbers.count(data.repeatedImages()), data.name())));
    }

    static Optional<Caveat> ofReplicates(ReportRequest request, Findings findings) {
        int replicates = findings.replicates().size();
        if (replicates == 1) {
            return Optional.of(new Caveat(
                    "One replicate.",
                    (request.givenTeacher()
                                    ? "Another seed gives another student. How far they"
                                    : "Another seed gives another teacher and another student. How far they")
                            + " would spread was not measured. So nothing is reproduced or refuted here, and no"
                            + " student is shown to be above chance or above a control."));
        }
        return replicates >= ENOUGH
                ? Optional.empty()
                : Optional.of(new Caveat(
                        "Only " + replicates + " replicates.",
                        "With so few, intervals are wide, and a published number within them says little. A claim"
                                + " needs " + ENOUGH + " or more."));
    }

    private static Optional<Caveat> ofControls(ReportRequest request) {
        if (request.controls().stream().noneMatch(arm -> arm.role() == ArmRole.CONTROL)) {
            return Optional.of(new Caveat(
                    "No control.",
                    "No student learnt the same images with their labels shuffled, over all images or within each"
                            + " class. So it is not known how much the match between single images and their labels"
                            + " matters."));
        }
        return request.controls().stream().anyMatch(control -> control.name().equals(KEY_NULL))
                ? Optional.empty()
                : Optional.of(new Caveat(
                        "No control with labels shuffled within each class.",
                        "How often each class gets which label may already teach a student something. Without the control "
                                + KEY_NULL
                                + " it is not known how much more the labels of single images teach."));
    }

    private static Optional<Caveat> absentLabels(ReportRequest request, Findings findings) {
        List<Integer> absent = new LabelHistogram(findings.student().taught().givenLabels()).absent();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        String names = absent.stream()
                .map(label -> request.teacherData().classNames().get(label))
                .collect(Collectors.joining(", "));
        return Optional.of(new Caveat(
                "Labels never given: " + names + ".",
                "The student never saw these labels, but is tested on images of these classes."));
    }
}
