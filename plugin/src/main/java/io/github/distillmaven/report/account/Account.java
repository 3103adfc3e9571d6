package io.github.distillmaven.report.account;

import java.util.List;

import io.github.distillmaven.report.text.NumberFormat;
import io.github.distillmaven.results.arms.Findings;
import io.github.distillmaven.results.evidence.Evidence;

/** What is said of an experiment, in words that fit its data. */
public interface Account {

    /** The one that fits. */
    static Account of(Evidence evidence, Findings findings) {
        if (AuditAccount.fits(evidence.request()) && evidence.isOfImages()) {
            return new AuditAccount(evidence.request(), findings);
        }
        return evidence.isOfImages()
                ? new ImageAccount(evidence.request(), findings)
                : evidence.isOfLearntPoints()
                        ? new PlaneAccount(evidence, findings)
                        : new QueryAccount(evidence.request(), findings);
    }

    /** What it is about, for the title of the page. */
    String title();

    /** What it found, in one sentence, and how much that is worth. */
    Answer answer();

    /** What it did not show. */
    List<Caveat> caveats();

    /** What the table of its arms counts, and what the intervals are; whole sentences. */
    String measure();

    /** How its test accuracies are printed. */
    NumberFormat format();

    /** What the log says of its arms, behind the answer. */
    List<String> lines();
}
