package io.github.distillmaven.dataset.own;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.format.FoundData;
import io.github.distillmaven.extension.format.UnfitDataException;

/**
 * Labels that are numbers, from 0, or from 1 as those of EMNIST's letters are.
 *
 * @param first the number of the first class
 * @param classes how many there are
 */
record NumberedLabels(int first, int classes) {

    private static final int MOST_CLASSES = 10_000;

    /**
     * The data with labels from 0, and the numbers as names of their classes.
     *
     * @param place where the labels of the training images are, for messages
     * @throws UnfitDataException if they are not numbers of classes
     */
    static FoundData named(String place, Examples train, Optional<Examples> test) throws UnfitDataException {
        NumberedLabels numbers = of(place, train.labels(), test.map(Examples::labels));
        return new FoundData(
                numbers.fromZero(train),
                test.map(numbers::fromZero),
                IntStream.range(0, numbers.classes())
                        .mapToObj(label -> Integer.toString(numbers.first() + label))
                        .toList());
    }

    private static NumberedLabels of(String place, int[] train, Optional<int[]> test) throws UnfitDataException {
        if (train.length == 0) {
            throw new UnfitDataException(place + " holds no labels.");
        }
        int lowest = Arrays.stream(train).min().getAsInt();
        int first = lowest == 1 ? 1 : 0;
        int highest = Arrays.stream(train).max().getAsInt();
        if (highest - first >= MOST_CLASSES) {
            throw new UnfitDataException(
                    "%s holds the label %s; labels are numbers of classes, from 0 or from 1, at most %s of them."
                            .formatted(place, highest, MOST_CLASSES));
        }
        for (int label : test.orElse(new int[0])) {
            if (label < first || label > highest) {
                throw new UnfitDataException(
                        "The test part has the label %s, but those of the training images in %s are %s to %s."
                                .formatted(label, place, lowest, highest));
            }
        }
        return new NumberedLabels(first, highest - first + 1);
    }

    private Examples fromZero(Examples examples) {
        return first == 0
                ? examples
                : examples.with(new Targets.Classes(Arrays.stream(examples.labels())
                        .map(label -> label - first)
                        .toArray()));
    }
}
