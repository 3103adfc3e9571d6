package io.github.distillmaven.results.evidence;

import io.github.distillmaven.dataset.transfer.TransferResult;
import io.github.distillmaven.dataset.transfer.TransferTable;

/**
 * What a student was trained on: its transfer set, or with {@code <student><examples>} the first examples of that.
 *
 * @param kept number of examples of the whole transfer set
 * @param numbers of those that the student was trained on
 * @param table where they come from
 */
public record TaughtExamples(int kept, TransferResult numbers, TransferTable table) {

    /** The first examples of this transfer set. */
    static TaughtExamples first(int examples, TransferResult kept, TransferTable table) {
        TransferTable taught = table.first(examples);
        return new TaughtExamples(kept.size(), kept.of(taught.rows()), taught);
    }
}
