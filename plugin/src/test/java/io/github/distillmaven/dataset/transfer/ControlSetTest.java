package io.github.distillmaven.dataset.transfer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.transfer.AllSelection;
import io.github.distillmaven.transfer.WrongSelection;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The transfer set of a control")
class ControlSetTest {

    private static final int CLASSES = 4;
    private static final int INPUTS = 400;

    private final Examples inputs = inputs();
    private final Predictions predictions = predictions();
    private final TransferSet treatment = TransferSet.select(
            LabelledInputs.predicted(inputs, predictions, true, CLASSES),
            Chosen.of(new WrongSelection()),
            new Seeds(1).stream("keep"));
    private final ControlSet controls =
            new ControlSet(LabelledInputs.predicted(inputs, predictions, true, CLASSES), treatment.table());

    @Test
    void shuffledWithinClassKeepsHowOftenEachClassIsGivenWhichLabel() {
        TransferTable shuffled = draw(control("shuffled-within-class")).table();
        assertThat(confusion(shuffled)).isEqualTo(confusion(treatment.table()));
        assertThat(givenLabels(shuffled)).isNotEqualTo(givenLabels(treatment.table()));
        assertThat(indices(shuffled)).isEqualTo(indices(treatment.table()));
        assertThat(shuffled.rows()).allMatch(TransferRow::wrong);
    }

    @Test
    void shuffledKeepsTheLabelsAndNothingElse() {
        TransferTable shuffled = draw(control("shuffled")).table();
        assertThat(givenLabels(shuffled)).containsExactlyInAnyOrderElementsOf(givenLabels(treatment.table()));
        assertThat(confusion(shuffled)).isNotEqualTo(confusion(treatment.table()));
        assertThat(shuffled.rows()).anyMatch(row -> !row.wrong());
    }

    @Test
    void randomWrongLabelsAreNeverRightAndReachEveryOtherClass() {
        TransferTable random = draw(control("random-wrong")).table();
        assertThat(random.rows()).allMatch(TransferRow::wrong);
        assertThat(confusion(random)).hasSize(CLASSES * (CLASSES - 1));
    }

    @Test
    void nextClassFollowsTheTrueOneAndTheFirstFollowsTheLast() {
        assertThat(draw(control("next-class")).table().rows())
                .allMatch(row -> row.givenLabel() == (row.trueLabel() + 1) % CLASSES);
    }

    @Test
    void trueLabelsAreThoseOfTheSameInputs() {
        TransferTable truth = draw(control("true-labels")).table();
        assertThat(truth.rows()).allMatch(row -> row.givenLabel() == row.trueLabel());
        assertThat(indices(truth)).isEqualTo(indices(treatment.table()));
    }

    @Test
    void unfilteredIsEveryInputAsItWasLabelled() {
        TransferSet unfiltered = draw(control("unfiltered"));
        assertThat(unfiltered.table())
                .isEqualTo(TransferSet.select(
                                LabelledInputs.predicted(inputs, predictions, true, CLASSES),
                                Chosen.of(new AllSelection()),
                                new Seeds(1).stream("keep"))
                        .table());
        assertThat(unfiltered.result().wrong())
                .isEqualTo(treatment.result().size())
                .isLessThan(unfiltered.result().size());
    }

    @Test
    void randomSubsetIsAsLargeAsTheTreatmentAndNotTheSame() {
        TransferTable subset = draw(control("random-subset")).table();
        assertThat(subset.rows()).hasSameSizeAs(treatment.table().rows());
        assertThat(indices(subset)).isSorted().doesNotHaveDuplicates().isNotEqualTo(indices(treatment.table()));
        assertThat(subset.rows())
                .allMatch(row ->
                        row.givenLabel() == predictions.rows().get(row.index()).predicted());
    }

    @Test
    void permutedLabelTeacherLabelsTheInputsOfTheTreatment() {
        Predictions ofAnotherTeacher = new Predictions(predictions.rows().stream()
                .map(row -> new Predictions.Row(row.label(), 2, 0.3f, 3))
                .toList());
        TransferTable labelled = new ControlSet(
                        LabelledInputs.predicted(inputs, ofAnotherTeacher, true, CLASSES), treatment.table())
                .of(control("permuted-label-teacher"), random(1))
                .table();
        assertThat(indices(labelled)).isEqualTo(indices(treatment.table()));
        assertThat(givenLabels(labelled)).containsOnly(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheSameForTheSameSeed(Control control) {
        assertThat(controls.of(control, random(5)).table())
                .isEqualTo(controls.of(control, random(5)).table());
    }

    @ParameterizedTest
    @MethodSource("all")
    void pairsEachImageWithItsLabel(Control control) {
        TransferSet set = draw(control);
        for (int position = 0; position < set.images().size(); position++) {
            TransferRow row = set.table().rows().get(position);
            assertThat(set.images().bytes()[position]).isEqualTo((byte) row.index());
            assertThat(set.images().label(position)).isEqualTo(row.givenLabel());
        }
    }

    @Test
    void ofInputsWithoutATruthIsRefusedWhereTheTruthIsNeeded() {
        ControlSet foreign =
                new ControlSet(LabelledInputs.predicted(inputs, predictions, false, CLASSES), treatment.table());
        assertThatThrownBy(() -> foreign.of(control("random-wrong"), random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("random-wrong needs inputs of the teacher's own data set");
    }

    private static List<Control> all() {
        return Components.load(Control.class).all();
    }

    private static Control control(String id) {
        return Components.load(Control.class).get(id);
    }

    private TransferSet draw(Control control) {
        return controls.of(control, random(1));
    }

    private static UniformRandomProvider random(long seed) {
        return new Seeds(seed).stream("test");
    }

    private static Map<String, Long> confusion(TransferTable table) {
        return table.rows().stream()
                .map(row -> row.inputLabel() + " called " + row.givenLabel())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<Integer> givenLabels(TransferTable table) {
        return table.rows().stream().map(TransferRow::givenLabel).toList();
    }

    private static List<Integer> indices(TransferTable table) {
        return table.rows().stream().map(TransferRow::index).toList();
    }

    /** One pixel each, which is the image's place. */
    private static Examples inputs() {
        byte[] pixels = new byte[INPUTS];
        byte[] labels = new byte[INPUTS];
        for (int index = 0; index < INPUTS; index++) {
            pixels[index] = (byte) index;
            labels[index] = (byte) (index * 7 % CLASSES);
        }
        return Examples.ofBytes(ExampleShape.of(1, 1, 1), pixels, labels);
    }

    private Predictions predictions() {
        UniformRandomProvider random = random(9);
        return new Predictions(IntStream.range(0, INPUTS)
                .mapToObj(index -> new Predictions.Row(inputs.label(index), random.nextInt(CLASSES), 0.5f, 0))
                .toList());
    }
}
