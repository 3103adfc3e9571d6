package io.github.distillmaven.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.metrics.Predictions;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Makes the transfer set of a control from that of the treatment.
 *
 * @param inputs all images that were labelled, already as the student is to see them, with the labels of their own data set
 * @param treatment what the student of the treatment is trained on
 * @param predictions one per input: those of the other teacher for {@link Control#PERMUTED_LABEL_TEACHER}, else the teacher's
 * @param labelsAreTrue whether the inputs are of the teacher's data set, so that their labels are the truth
 * @param classes number of the teacher's classes
 */
public record ControlSet(
        ImageSet inputs, TransferTable treatment, Predictions predictions, boolean labelsAreTrue, int classes) {

    public ControlSet {
        if (predictions.rows().size() != inputs.size()) {
            throw new IllegalArgumentException("%s predictions are not of %s images"
                    .formatted(predictions.rows().size(), inputs.size()));
        }
    }

    /**
     * The set of a control.
     *
     * @param random what is left to chance is drawn from it
     * @throws IllegalArgumentException if the control needs true labels and there are none
     */
    public TransferSet of(Control control, UniformRandomProvider random) {
        if (control.needsTrueLabels() && !labelsAreTrue) {
            throw new IllegalArgumentException(control.folder() + " needs inputs of the teacher's own data set");
        }
        List<TransferTable.Row> rows = switch (control) {
            case SHUFFLED_WITHIN_CLASS -> shuffled(byClass(), random);
            case SHUFFLED -> shuffled(List.of(positions()), random);
            case RANDOM_WRONG -> relabelled(truth -> (truth + 1 + random.nextInt(classes - 1)) % classes);
            case NEXT_CLASS -> relabelled(truth -> (truth + 1) % classes);
            case TRUE_LABELS -> relabelled(truth -> truth);
            case UNFILTERED -> predicted(all());
            case RANDOM_SUBSET -> predicted(drawn(random));
            case PERMUTED_LABEL_TEACHER ->
                predicted(
                        treatment.rows().stream().map(TransferTable.Row::index).toList());
            case UNPERTURBED -> throw new IllegalArgumentException("unperturbed is a control for points");
        };
        return TransferSet.of(inputs, rows, labelsAreTrue, classes);
    }

    private List<Integer> positions() {
        return IntStream.range(0, treatment.rows().size()).boxed().toList();
    }

    /** Positions in the treatment, by the class that the inputs have in their own data set. */
    private Collection<List<Integer>> byClass() {
        Map<Integer, List<Integer>> byClass = positions().stream()
                .collect(Collectors.groupingBy(
                        position -> treatment.rows().get(position).inputLabel(), TreeMap::new, Collectors.toList()));
        return byClass.values();
    }

    /** The given labels change places within each group. */
    private List<TransferTable.Row> shuffled(Collection<List<Integer>> groups, UniformRandomProvider random) {
        List<TransferTable.Row> rows = new ArrayList<>(treatment.rows());
        for (List<Integer> group : groups) {
            List<Integer> from = new ArrayList<>(group);
            ListSampler.shuffle(random, from);
            for (int index = 0; index < from.size(); index++) {
                int given = treatment.rows().get(from.get(index)).givenLabel();
                int position = group.get(index);
                rows.set(position, labelled(treatment.rows().get(position), given));
            }
        }
        return rows;
    }

    private List<TransferTable.Row> relabelled(IntUnaryOperator byTruth) {
        return treatment.rows().stream()
                .map(row -> labelled(row, byTruth.applyAsInt(row.trueLabel())))
                .toList();
    }

    private static TransferTable.Row labelled(TransferTable.Row row, int given) {
        return new TransferTable.Row(row.index(), row.inputLabel(), row.trueLabel(), given, Float.NaN);
    }

    private List<Integer> all() {
        return IntStream.range(0, inputs.size()).boxed().toList();
    }

    /** As many as the treatment has, in the order of the inputs. */
    private List<Integer> drawn(UniformRandomProvider random) {
        List<Integer> drawn = new ArrayList<>(all());
        ListSampler.shuffle(random, drawn);
        return drawn.subList(0, treatment.rows().size()).stream().sorted().toList();
    }

    private List<TransferTable.Row> predicted(List<Integer> indices) {
        return indices.stream()
                .map(index -> {
                    Predictions.Row answer = predictions.rows().get(index);
                    Integer truth = labelsAreTrue ? inputs.label(index) : null;
                    return new TransferTable.Row(
                            index, inputs.label(index), truth, answer.predicted(), answer.confidence());
                })
                .toList();
    }
}
