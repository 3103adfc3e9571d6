package io.github.distillmaven.dataset.own;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.format.FoundData;
import io.github.distillmaven.extension.format.UnfitDataException;

/**
 * What must hold of a data set, whatever form it had.
 *
 * @param found what is to be checked
 */
record DataChecks(FoundData found) {

    /** @throws UnfitDataException if there are no classes to tell apart, or one that cannot be learnt */
    void requireClasses() throws UnfitDataException {
        List<String> classNames = found.classNames();
        if (classNames.size() < 2) {
            throw new UnfitDataException(
                    "All images are of one class, '%s'. A classifier needs two at least.".formatted(classNames.get(0)));
        }
        OptionalInt unlearnt = IntStream.range(0, classNames.size())
                .filter(label -> !has(found.train(), label))
                .findFirst();
        if (unlearnt.isPresent()) {
            String name = classNames.get(unlearnt.getAsInt());
            throw new UnfitDataException(
                    found.test().isPresent() && has(found.test().get(), unlearnt.getAsInt())
                            ? "The class '%s' has images only in the test part. Add training images, or remove it."
                                    .formatted(name)
                            : "There is no image of the class '%s', although there are smaller and larger labels. Add images, or number the labels without a gap."
                                    .formatted(name));
        }
    }

    /** @throws UnfitDataException if a classifier cannot learn it, or not be tested on it */
    void require() throws UnfitDataException {
        requireClasses();
        Examples train = found.train();
        Examples test = found.test().orElseThrow();
        if (!train.shape().equals(test.shape())) {
            throw new UnfitDataException("The training images are of %s and the test images of %s. They must be alike."
                    .formatted(train.shape(), test.shape()));
        }
        if (test.size() == 0) {
            throw new UnfitDataException("The test part holds no images.");
        }
        if (!train.shape().ofAnImage() || !List.of(1, 3).contains(train.shape().channels())) {
            throw new UnfitDataException(
                    "The images are of %s. They must have a height, a width, and 1 or 3 channels, in this order."
                            .formatted(train.shape()));
        }
        if (Moments.of(train).deviation().contains(0.0)) {
            throw new UnfitDataException("All pixels of the training images have the same value"
                    + (train.shape().channels() == 1 ? "" : " in one of the channels")
                    + ", so there is nothing to learn.");
        }
    }

    private static boolean has(Examples examples, int label) {
        return IntStream.range(0, examples.size()).anyMatch(index -> examples.label(index) == label);
    }
}
