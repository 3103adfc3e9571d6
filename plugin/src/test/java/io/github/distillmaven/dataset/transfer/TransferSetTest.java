package io.github.distillmaven.dataset.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.format.IdxFile;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.transfer.AllSelection;
import io.github.distillmaven.transfer.ConfidentWrongSelection;
import io.github.distillmaven.transfer.CorrectSelection;
import io.github.distillmaven.transfer.FooledSelection;
import io.github.distillmaven.transfer.WrongSelection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TransferSetTest {

    private static final Examples INPUTS = Examples.ofBytes(
            ExampleShape.of(1, 2, 1), new byte[] {10, 11, 20, 21, 30, 31, 40, 41}, new byte[] {0, 1, 2, 1});

    @TempDir
    Path folder;

    @Test
    void keepsAllInputsUnderTheirGivenLabels() {
        TransferSet set = TransferSet.select(
                LabelledInputs.predicted(INPUTS, predicting(1, 1, 0, 2), true, 3),
                Chosen.of(new AllSelection()),
                new Seeds(1).stream("keep"));

        assertThat(set.images().bytes()).isEqualTo(INPUTS.bytes());
        assertThat(set.images().labels()).containsExactly(1, 1, 0, 2);
        assertThat(set.result()).isEqualTo(new TransferResult(4, 3, 4, List.of(1, 2, 1)));
    }

    @Test
    void keepsTheWrongOnes() {
        TransferSet set = TransferSet.select(
                LabelledInputs.predicted(INPUTS, predicting(1, 1, 0, 2), true, 3),
                Chosen.of(new WrongSelection()),
                new Seeds(1).stream("keep"));

        assertThat(set.images().bytes()).containsExactly(10, 11, 30, 31, 40, 41);
        assertThat(set.images().labels()).containsExactly(1, 0, 2);
        assertThat(set.table().rows())
                .containsExactly(
                        new TransferRow(0, 0, 0, 1, 0.5f),
                        new TransferRow(2, 2, 2, 0, 0.5f),
                        new TransferRow(3, 1, 1, 2, 0.5f));
        assertThat(set.result()).isEqualTo(new TransferResult(3, 3, 4, List.of(1, 1, 1)));
    }

    @Test
    @DisplayName("tells the teacher's answer where labels stand for no class, and keeps the labels")
    void keepsLabelsThatStandForNoClass() {
        float[] rows = {0, 0, 0, 0.25f, 0.75f, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0.5f, 0.5f};
        LabelledInputs labelled = new LabelledInputs(
                INPUTS, predicting(1, 1, 0, 2), new Targets.Distributions(rows, 5), false, 3, List.of(0, 2, 3));

        TransferSet set = TransferSet.select(labelled, Chosen.of(new AllSelection()), new Seeds(1).stream("keep"));

        assertThat(set.table().rows()).extracting(TransferRow::givenLabel).containsExactly(1, 0, 2);
        assertThat(((Targets.Distributions) set.images().targets()).rows())
                .containsExactly(0, 0, 0, 0.25f, 0.75f, 0, 0, 0, 0, 1, 0, 0, 0, 0.5f, 0.5f);
        assertThat(set.result().givenLabels()).containsExactly(1, 1, 1);
    }

    @Test
    void keepsTheCorrectOnes() {
        TransferSet set = TransferSet.select(
                LabelledInputs.predicted(INPUTS, predicting(1, 1, 0, 2), true, 3),
                Chosen.of(new CorrectSelection()),
                new Seeds(1).stream("keep"));

        assertThat(set.images().bytes()).containsExactly(20, 21);
        assertThat(set.images().labels()).containsExactly(1);
        assertThat(set.result()).isEqualTo(new TransferResult(1, 0, 4, List.of(0, 1, 0)));
    }

    @Test
    @DisplayName("keep=wrong never lets a true label through, whatever the teacher answers")
    void wrongIsNeverTrue() {
        long seed = System.nanoTime();
        System.out.println("TransferSetTest.wrongIsNeverTrue: seed " + seed);
        Random random = new Random(seed);
        byte[] labels = new byte[1000];
        IntStream.range(0, labels.length).forEach(index -> labels[index] = (byte) random.nextInt(10));
        Examples inputs = Examples.ofBytes(ExampleShape.of(1, 1, 1), new byte[labels.length], labels);
        Predictions predictions = new Predictions(IntStream.range(0, labels.length)
                .mapToObj(index -> new Predictions.Row(labels[index], random.nextInt(10), 1, 0))
                .toList());

        TransferSet set = TransferSet.select(
                LabelledInputs.predicted(inputs, predictions, true, 10),
                Chosen.of(new WrongSelection()),
                new Seeds(1).stream("keep"));

        assertThat(set.table().rows()).allMatch(row -> row.givenLabel() != labels[row.index()]);
        assertThat(set.images().size()).isEqualTo(set.table().rows().size());
    }

    @Test
    @DisplayName("a teacher that always answers one class gives exactly that class, and never where it is true")
    void oneClassTeacher() {
        TransferSet set = TransferSet.select(
                LabelledInputs.predicted(INPUTS, predicting(1, 1, 1, 1), true, 3),
                Chosen.of(new WrongSelection()),
                new Seeds(1).stream("keep"));

        assertThat(set.table().rows()).extracting(TransferRow::index).containsExactly(0, 2);
        assertThat(set.result()).isEqualTo(new TransferResult(2, 2, 4, List.of(0, 2, 0)));
    }

    @Test
    void keepsThoseThatTheTeacherAnswersWithTheirLabelWhateverTheTruthIs() {
        for (boolean labelsAreTrue : new boolean[] {true, false}) {
            LabelledInputs labelled = new LabelledInputs(
                    INPUTS,
                    predicting(1, 1, 0, 2),
                    new Targets.Classes(new int[] {1, 1, 2, 0}),
                    labelsAreTrue,
                    3,
                    List.of(0, 1, 2, 3));

            TransferSet set =
                    TransferSet.select(labelled, Chosen.of(new FooledSelection()), new Seeds(1).stream("keep"));

            assertThat(set.table().rows()).extracting(TransferRow::index).containsExactly(0, 1);
            assertThat(set.table().rows()).extracting(TransferRow::givenLabel).containsExactly(1, 1);
            assertThat(set.result().inputs()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName(
            "keep=confident-wrong keeps a share of the teacher's errors by its confidence, whatever their label, in the order of all")
    void keepsErrorsByTheConfidenceOfTheTeacher() {
        Predictions errors = new Predictions(List.of(
                new Predictions.Row(0, 1, 0.6f, 0),
                new Predictions.Row(1, 1, 0.99f, 0),
                new Predictions.Row(2, 0, 0.9f, 0),
                new Predictions.Row(1, 2, 0.8f, 0)));

        assertThat(kept(errors, "0.67", "highest")).containsExactly(2, 3);
        assertThat(kept(errors, "0.34", "highest")).containsExactly(2);
        assertThat(kept(errors, "0.67", "lowest")).containsExactly(0, 3);
        assertThat(kept(errors, "1", "lowest")).containsExactly(0, 2, 3);
        assertThat(kept(errors, "0.1", "any")).isEmpty();
    }

    @Test
    @DisplayName("keep=confident-wrong draws among the errors alone, the same for a seed")
    void drawsAmongErrors() {
        Predictions answers = new Predictions(IntStream.range(0, 4)
                .mapToObj(index -> new Predictions.Row(INPUTS.label(index), index == 1 ? 1 : 3, 0.5f, 0))
                .toList());
        Set<List<Integer>> drawn = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            List<Integer> once = kept(answers, "0.67", "any", seed);
            assertThat(kept(answers, "0.67", "any", seed)).isEqualTo(once);
            drawn.add(once);
        }

        assertThat(drawn).containsExactlyInAnyOrder(List.of(0, 2), List.of(0, 3), List.of(2, 3));
    }

    private static List<Integer> kept(Predictions answers, String share, String confidence) {
        return kept(answers, share, confidence, 1);
    }

    private static List<Integer> kept(Predictions answers, String share, String confidence, long seed) {
        LabelledInputs underTheTruth =
                new LabelledInputs(INPUTS, answers, new Targets.Classes(INPUTS.labels()), true, 4, List.of(0, 1, 2, 3));
        Choice choice = new Choice("confident-wrong", new TreeMap<>(Map.of("share", share, "confidence", confidence)));
        TransferSet set = TransferSet.select(
                underTheTruth, new Chosen<>(new ConfidentWrongSelection(), choice), new Seeds(seed).stream("keep"));
        assertThat(set.result().wrong()).isZero();
        return set.table().rows().stream().map(TransferRow::index).toList();
    }

    @Test
    void inputsOfAnotherDatasetHaveNoTrueLabels() {
        TransferSet set = TransferSet.select(
                LabelledInputs.predicted(INPUTS, predicting(0, 1, 2, 1), false, 3),
                Chosen.of(new AllSelection()),
                new Seeds(1).stream("keep"));

        assertThat(set.table().rows())
                .allMatch(row -> row.trueLabel() == null)
                .extracting(TransferRow::inputLabel)
                .containsExactly(0, 1, 2, 1);
        assertThat(set.result().wrong()).isNull();
    }

    @Test
    void refusesToTellRightFromWrongWithoutTrueLabels() {
        assertThatThrownBy(() -> TransferSet.select(
                        LabelledInputs.predicted(INPUTS, predicting(0, 1, 2, 1), false, 3),
                        Chosen.of(new WrongSelection()),
                        new Seeds(1).stream("keep")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keep=wrong needs inputs of the teacher's own data set:"
                        + " without true labels no given label is right or wrong");
    }

    @Test
    void refusesPredictionsOfOtherImages() {
        Predictions tooFew = new Predictions(List.of(new Predictions.Row(0, 1, 1, 0)));
        Predictions others = new Predictions(List.of(row(0, 1), row(1, 1), row(1, 1), row(1, 1)));

        assertThatThrownBy(() -> TransferSet.select(
                        LabelledInputs.predicted(INPUTS, tooFew, true, 3),
                        Chosen.of(new AllSelection()),
                        new Seeds(1).stream("keep")))
                .hasMessage("1 predictions are not of 4 images");
        assertThatThrownBy(() -> TransferSet.select(
                        LabelledInputs.predicted(INPUTS, others, true, 3),
                        Chosen.of(new AllSelection()),
                        new Seeds(1).stream("keep")))
                .hasMessage("prediction 2 is of an image with label 1, but the image has label 2");
    }

    @Test
    void refusesAGivenLabelThatIsNoClass() {
        assertThatThrownBy(() -> TransferSet.select(
                        LabelledInputs.predicted(INPUTS, predicting(0, 3, 0, 0), true, 3),
                        Chosen.of(new AllSelection()),
                        new Seeds(1).stream("keep")))
                .hasMessage("prediction 1 is class 3, which is not one of 3 classes");
    }

    @Test
    void writesFilesThatTheStudentAndTheReportRead() throws IOException {
        TransferSet.select(
                        LabelledInputs.predicted(INPUTS, predicting(1, 1, 0, 2), true, 3),
                        Chosen.of(new WrongSelection()),
                        new Seeds(1).stream("keep"))
                .write(folder);

        Examples read = ExampleReader.read(ExampleFiles.in(folder, INPUTS.shape()), 3);
        assertThat(read.shape()).isEqualTo(INPUTS.shape());
        assertThat(read.bytes()).containsExactly(10, 11, 30, 31, 40, 41);
        assertThat(read.labels()).containsExactly(1, 0, 2);
        assertThat(folder.resolve("transfer.csv"))
                .hasContent(
                        "index,inputLabel,trueLabel,givenLabel,confidence\n0,0,0,1,0.5\n2,2,2,0,0.5\n3,1,1,2,0.5\n");
        assertThat(folder.resolve("result.json"))
                .hasContent("{\"size\":3,\"wrong\":3,\"inputs\":4,\"givenLabels\":[1,1,1],\"attack\":null}");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("images-idx3-ubyte", "labels-idx1-ubyte", "transfer.csv", "result.json");
        }
    }

    @Test
    void writesColourImagesWithFourDimensions() throws IOException {
        Examples colour = Examples.ofBytes(ExampleShape.of(1, 1, 3), new byte[] {1, 2, 3}, new byte[] {0});
        Predictions predictions = new Predictions(List.of(row(0, 1)));

        TransferSet.select(
                        LabelledInputs.predicted(colour, predictions, false, 2),
                        Chosen.of(new AllSelection()),
                        new Seeds(1).stream("keep"))
                .write(folder);

        assertThat(IdxFile.read(folder.resolve("images-idx4-ubyte")).dimensions())
                .containsExactly(1, 1, 1, 3);
        assertThat(ExampleReader.read(ExampleFiles.in(folder, colour.shape())).shape())
                .isEqualTo(colour.shape());
        assertThat(folder.resolve("result.json"))
                .hasContent("{\"size\":1,\"wrong\":null,\"inputs\":1,\"givenLabels\":[0,1],\"attack\":null}");
    }

    private static Predictions predicting(int... classes) {
        return new Predictions(IntStream.range(0, classes.length)
                .mapToObj(index -> row(INPUTS.label(index), classes[index]))
                .toList());
    }

    private static Predictions.Row row(int label, int predicted) {
        return new Predictions.Row(label, predicted, 0.5f, 0);
    }
}
