package io.github.distillmaven.report.account;

import java.util.Objects;

import io.github.distillmaven.metrics.statistics.Spread;
import io.github.distillmaven.report.text.Numbers;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.ReportRequest;

/**
 * What the experiment found, in one sentence around one number, and how much that is worth.
 *
 * @param before the sentence up to the number
 * @param number the student's accuracy on the test set, of several the mean
 * @param after the rest of the sentence
 * @param reservation how far that can be trusted: the spread, and what was published; for one run, what it cannot show
 */
public record Answer(String before, String number, String after, String reservation) {

    static Answer of(ReportRequest request, Findings findings) {
        boolean several = findings.replicated();
        String chance = "chance is " + Numbers.roundPercent(findings.chance()) + ".";
        String before = "Trained only on " + lesson(request, findings)
                + (several ? " the students on average classify " : " the student classifies ");
        String reservation =
                several ? Reservation.ofReplicates(request, findings) : Reservation.ofOneRun(request, findings);
        Spread spread = findings.arms().student().spread();
        if (spread == null) {
            return new Answer(before, "nothing", ": there are no test images; " + chance, reservation);
        }
        String number = Numbers.percent(spread.mean());
        String after = " of " + Numbers.count(findings.student().test().trials()) + " unseen test images of "
                + request.teacherData().title() + " correctly; " + chance;
        return new Answer(before, number, after, reservation);
    }

    private static String lesson(ReportRequest request, Findings findings) {
        String images = Numbers.counts(findings.transferSizes()) + " images of "
                + request.inputs().title() + ", ";
        if (findings.student().taught().wrong() == null) {
            return images + "each with a label of " + request.teacherData().title() + ",";
        }
        if (findings.allLabelsWrong()) {
            return images + "all with wrong labels,";
        }
        String wrong = Numbers.counts(findings.replicates().stream()
                .map(replicate -> replicate.student().taught().wrong())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue));
        return images + (wrong.equals("0") ? "all with their true labels," : wrong + " of them with wrong labels,");
    }

    /** The whole sentence. */
    public String sentence() {
        return before + number + after;
    }
}
