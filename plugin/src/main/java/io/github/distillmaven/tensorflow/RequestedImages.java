package io.github.distillmaven.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.dataset.ImageSetReader;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.experiment.ImageShape;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.WorkerFailure;

/**
 * Images that a request names, with the checks that they need before they meet TensorFlow. Every check throws a
 * {@link WorkerFailure} of kind {@link FailureKind#BAD_INPUT} that names the files.
 *
 * @param files where they come from
 * @param set the images
 */
record RequestedImages(ImageFiles files, ImageSet set) {

    /** Reads the files; there must be at least one image in them. */
    static RequestedImages read(ImageFiles files) throws IOException, WorkerFailure {
        return notEmpty(new RequestedImages(files, ImageSetReader.read(files)));
    }

    /** Reads the files; there must be at least one image in them, and every label below the number of classes. */
    static RequestedImages read(ImageFiles files, int classes) throws IOException, WorkerFailure {
        return notEmpty(new RequestedImages(files, ImageSetReader.read(files, classes)));
    }

    /**
     * The first images; there must be as many.
     *
     * @param count how many; 0 for all
     * @param setting that asks for them
     */
    RequestedImages first(int count, String setting) throws WorkerFailure {
        if (count > set.size()) {
            throw badInput("there are %s images in it, but %s is %s".formatted(set.size(), setting, count));
        }
        return new RequestedImages(files, set.first(count));
    }

    private static RequestedImages notEmpty(RequestedImages images) throws WorkerFailure {
        if (images.set.size() == 0) {
            throw images.badInput("there are no images in it");
        }
        return images;
    }

    /** Images must be of this size; {@code whose} says who wants it, such as {@code the model takes}. */
    void requireShape(ImageShape wanted, String whose) throws WorkerFailure {
        if (!set.shape().equals(wanted)) {
            throw badInput("the images are %s, but %s %s".formatted(set.shape(), whose, wanted));
        }
    }

    /** There must be a mean and a deviation for every channel. */
    void requireMomentsOfChannels(Moments moments) throws WorkerFailure {
        int channels = set.shape().channels();
        if (moments.mean().size() != channels || moments.deviation().size() != channels) {
            throw badInput("the images are %s, but their normalisation has %s means and %s deviations"
                    .formatted(
                            set.shape(),
                            moments.mean().size(),
                            moments.deviation().size()));
        }
    }

    /** A failure that names the files. */
    WorkerFailure badInput(String problem) {
        String names = files.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        return new WorkerFailure(FailureKind.BAD_INPUT, names + ": " + problem, "");
    }
}
