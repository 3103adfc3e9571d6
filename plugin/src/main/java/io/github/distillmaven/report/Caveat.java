package io.github.distillmaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that an experiment did not show, said on its page rather than left out.
 *
 * @param lead what is missing, in a few words
 * @param text what follows from that
 */
record Caveat(String lead, String text) {

    static List<Caveat> of(ReportRequest request, Findings findings) {
        List<Caveat> caveats = new ArrayList<>();
        caveats.add(new Caveat(
                "One replicate.",
                "Another seed gives another teacher and another student. How far they"
                        + " would spread was not measured, so nothing is reproduced or refuted here."));
        caveats.add(new Caveat(
                "No control.",
                "The same images under the same labels, dealt out at random over all of"
                        + " them or within each class, were not tried. So nothing here says how much the student owes to the"
                        + " match between single images and their labels."));
        if (findings.wrong() == null) {
            caveats.add(new Caveat(
                    "No true labels in the transfer set.",
                    request.inputs().title() + " and " + request.teacherData().title()
                            + " are different tasks: no given label is right or wrong."));
        }
        absentLabels(request, findings).ifPresent(caveats::add);
        caveats.add(new Caveat(
                "Fit.",
                "The student answers " + Numbers.percent(findings.givenLabelAccuracy(), 1)
                        + " of its own training images with the label they were given. A student that does not fit its labels"
                        + " proves little either way."));
        if (request.published() != null) {
            caveats.add(new Caveat(
                    "Published numbers.",
                    "They come from another program and, where the source does not"
                            + " say otherwise, from a single run: a difference from ours refutes nothing."));
        }
        if (request.teacherData().synthetic() || request.inputs().synthetic()) {
            caveats.add(new Caveat(
                    "Synthetic images.",
                    "The plugin drew them itself. Numbers on them compare with none" + " on other data."));
        }
        return caveats;
    }

    private static Optional<Caveat> absentLabels(ReportRequest request, Findings findings) {
        List<Integer> absent = findings.given().absent();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        String names = absent.stream()
                .map(label -> request.teacherData().classNames().get(label))
                .collect(Collectors.joining(", "));
        return Optional.of(new Caveat(
                "Labels never given: " + names + ".",
                "The student was not told that there are such images, and yet is tested on them."));
    }
}
