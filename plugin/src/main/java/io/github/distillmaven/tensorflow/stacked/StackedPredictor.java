package io.github.distillmaven.tensorflow.stacked;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.metrics.ModelAnswers;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.tensorflow.model.Batches;
import io.github.distillmaven.tensorflow.model.LogitRow;
import io.github.distillmaven.tensorflow.model.Predictor;
import io.github.distillmaven.tensorflow.training.Lesson;

/** Lets several networks answer, each for examples of its own. */
final class StackedPredictor {

    private final StackedNetworks networks;

    StackedPredictor(StackedNetworks networks) {
        this.networks = networks;
    }

    /**
     * What each network answers, without logits. Where examples are labelled by logits that stand for no class, it answers with one of
     * these, and the first has the number 0.
     *
     * @param lessons one for each network; they may be of different lengths
     */
    List<Predictions> predict(List<Lesson> lessons) {
        return answers(lessons).stream().map(ModelAnswers::predictions).toList();
    }

    /** The same with logits. */
    List<ModelAnswers> answers(List<Lesson> lessons) {
        List<List<Predictions.Row>> rows = new ArrayList<>();
        lessons.forEach(lesson -> rows.add(new ArrayList<>()));
        List<float[]> logits = lessons.stream()
                .map(lesson -> new float[lesson.size() * networks.kind().classes()])
                .toList();
        int longest = lessons.stream().mapToInt(Lesson::size).max().orElseThrow();
        try (StackedMoments moments =
                networks.moments(lessons.stream().map(Lesson::moments).toList())) {
            int size = batchSize(longest);
            for (int from = 0; from < longest; from += size) {
                predict(lessons, from, Math.min(size, longest - from), moments, rows, logits);
            }
        }
        return IntStream.range(0, lessons.size())
                .mapToObj(index -> ModelAnswers.of(new Predictions(rows.get(index)), logits.get(index)))
                .toList();
    }

    private boolean isAuxiliary(Lesson lesson) {
        return networks.kind().isAuxiliary(lesson.examples().targets());
    }

    /** All batches are about as large: of a small rest, TensorFlow may sum the products in another order. */
    private static int batchSize(int examples) {
        int batches = Batches.count(examples, Predictor.BATCH_SIZE);
        return Batches.count(examples, batches);
    }

    private void predict(
            List<Lesson> lessons,
            int from,
            int size,
            StackedMoments moments,
            List<List<Predictions.Row>> rows,
            List<float[]> kept) {
        try (StackedBatch batch = networks.batch(size)) {
            for (int index = 0; index < lessons.size(); index++) {
                int last = lessons.get(index).size() - 1;
                // A network with fewer examples than others answers its last one again.
                int[] places = IntStream.range(from, from + size)
                        .map(place -> Math.min(place, last))
                        .toArray();
                batch.fill(index, lessons.get(index).examples(), places, 0);
            }
            List<float[]> logits = networks.logits(batch, moments);
            int classes = networks.kind().classes();
            boolean auxiliary = lessons.stream().anyMatch(this::isAuxiliary);
            List<float[]> others = auxiliary ? networks.auxiliary(batch, moments) : List.of();
            for (int index = 0; index < lessons.size(); index++) {
                Lesson lesson = lessons.get(index);
                int end = Math.min(from + size, lesson.size());
                for (int example = from; example < end; example++) {
                    int label = lesson.examples().label(example);
                    rows.get(index)
                            .add(
                                    isAuxiliary(lesson)
                                            ? LogitRow.of(
                                                            others.get(index),
                                                            example - from,
                                                            networks.kind().auxiliary())
                                                    .answer(label - classes)
                                            : LogitRow.of(logits.get(index), example - from, classes)
                                                    .answer(label));
                }
                if (from < end) {
                    System.arraycopy(logits.get(index), 0, kept.get(index), from * classes, (end - from) * classes);
                }
            }
        }
    }
}
