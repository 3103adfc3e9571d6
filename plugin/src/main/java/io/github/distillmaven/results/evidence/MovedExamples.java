package io.github.distillmaven.results.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.transfer.TransferInputs;
import io.github.distillmaven.dataset.transfer.TransferSet;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.TransferRow;

/**
 * The examples of the first replicate's transfer set, before and after they were moved.
 *
 * @param before with the classes of their own data set
 * @param after the same examples, with their given labels
 */
public record MovedExamples(Examples before, Examples after) {

    /**
     * Reads them; empty if nothing moves inputs.
     *
     * @throws IOException if a file is missing or damaged, or if the two are not of the same inputs; the message names it and the goal
     *     that makes it
     */
    public static Optional<MovedExamples> read(Evidence evidence) throws IOException {
        ReportRequest request = evidence.request();
        boolean moved = Components.load(Perturbation.class)
                .get(request.perturbation().id())
                .moves();
        return moved ? Optional.of(read(evidence, request.originals())) : Optional.empty();
    }

    private static MovedExamples read(Evidence evidence, TransferInputs inputs) throws IOException {
        ReplicateFolder first = evidence.request().replicates().get(0);
        StepFiles data = evidence.request().inputs().drawn()
                ? first.teacher()
                : new StepFiles(evidence.request().data(), "fetch-data");
        for (Path file : inputs.files().files()) {
            data.find(file);
        }
        Examples originals = data.explained(() -> inputs.among(inputs.available()));
        List<TransferRow> rows = evidence.transfer().rows();
        for (TransferRow row : rows) {
            boolean same = row.index() < originals.size() && row.inputLabel() == originals.label(row.index());
            first.treatment()
                    .transfer()
                    .require(
                            same,
                            TransferSet.TABLE,
                            "example %s of class %s is none of the %s inputs"
                                    .formatted(row.index(), row.inputLabel(), originals.size()));
        }
        return new MovedExamples(
                originals.select(rows.stream().mapToInt(TransferRow::index).toArray()), evidence.transferExamples());
    }

    /** These examples alone. */
    public MovedExamples select(int[] places) {
        return new MovedExamples(before.select(places), after.select(places));
    }

    /** Number of examples. */
    public int size() {
        return after.size();
    }

    /** By how much a value of all examples, one after the other, rose. */
    public double difference(int value) {
        return after.values().at(value) - (double) before.values().at(value);
    }

    /** Straight distance (L2) between an example and where it came from, bytes as shares of 255; 0 if it was not moved. */
    public double distance(int example) {
        int size = before.shape().values();
        return Math.sqrt(IntStream.range(example * size, (example + 1) * size)
                .mapToDouble(this::difference)
                .map(difference -> difference * difference)
                .sum());
    }
}
