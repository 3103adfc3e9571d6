package io.github.distillmaven.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.Moments;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.worker.FailureKind;
import io.github.distillmaven.worker.process.WorkerFailure;

/**
 * Examples that a request names, with the checks that they need before they meet TensorFlow. Every check throws a
 * {@link WorkerFailure} of kind {@link FailureKind#BAD_INPUT} that names the files.
 *
 * @param files where they come from
 * @param set the examples
 */
public record RequestedExamples(ExampleFiles files, Examples set) {

    /** Reads the files; there must be at least one example in them. */
    public static RequestedExamples read(ExampleFiles files) throws IOException, WorkerFailure {
        return notEmpty(new RequestedExamples(files, ExampleReader.read(files)));
    }

    /** Reads the files; there must be at least one example in them, and every label below the number of classes. */
    public static RequestedExamples read(ExampleFiles files, int classes) throws IOException, WorkerFailure {
        return read(files, classes, 0);
    }

    /** The same, where distributions may be over the auxiliary logits, too, of which there are so many. */
    static RequestedExamples read(ExampleFiles files, int classes, int auxiliary) throws IOException, WorkerFailure {
        return notEmpty(new RequestedExamples(files, ExampleReader.read(files, classes, auxiliary)));
    }

    /**
     * The first examples; there must be as many.
     *
     * @param count how many; 0 for all
     * @param setting that asks for them
     */
    public RequestedExamples first(int count, String setting) throws WorkerFailure {
        if (count > set.size()) {
            throw badInput("there are %s examples in it, but %s is %s".formatted(set.size(), setting, count));
        }
        return new RequestedExamples(files, set.first(count));
    }

    private static RequestedExamples notEmpty(RequestedExamples examples) throws WorkerFailure {
        if (examples.set.size() == 0) {
            throw examples.badInput("there are no examples in it");
        }
        return examples;
    }

    /** Examples must be of this shape; {@code whose} says who wants it, such as {@code the model takes}. */
    public void requireShape(ExampleShape wanted, String whose) throws WorkerFailure {
        if (!set.shape().equals(wanted)) {
            throw badInput("the examples are %s, but %s %s".formatted(set.shape(), whose, wanted));
        }
    }

    /** There must be a mean and a deviation for every channel. */
    public void requireMomentsOfChannels(Moments moments) throws WorkerFailure {
        int channels = set.shape().channels();
        if (moments.mean().size() != channels || moments.deviation().size() != channels) {
            throw badInput("the examples are %s, but their normalisation has %s means and %s deviations"
                    .formatted(
                            set.shape(),
                            moments.mean().size(),
                            moments.deviation().size()));
        }
    }

    /** There must be something to learn, or to hold answers against. */
    public RequestedExamples requireTargets() throws WorkerFailure {
        if (set.targets() instanceof Targets.NoTargets) {
            throw badInput("there are no targets in it");
        }
        return this;
    }

    /** A failure that names the files. */
    public WorkerFailure badInput(String problem) {
        String names = files.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        return new WorkerFailure(FailureKind.BAD_INPUT, names + ": " + problem, "");
    }
}
