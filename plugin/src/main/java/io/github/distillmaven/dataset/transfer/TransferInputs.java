package io.github.distillmaven.dataset.transfer;

import java.io.IOException;

import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.InputNormalizer;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;

/**
 * What a teacher labels, as the student is to see it, before any of it is moved: examples, or what takes their place.
 *
 * @param files training examples of the inputs' data set
 * @param normalizer prepares them
 * @param count how many of them are labelled, the first ones; 0 for all
 * @param noise what takes their place
 * @param seeds of the replicate, from which noise is drawn
 */
public record TransferInputs(
        ExampleFiles files, InputNormalizer normalizer, int count, Chosen<Noise> noise, Seeds seeds) {

    /** All examples of the data set, prepared. */
    public Examples available() throws IOException {
        return normalizer.prepare(ExampleReader.read(files));
    }

    /**
     * Those that are labelled, or what takes their place, which is all of class 0.
     *
     * @throws IllegalArgumentException if fewer are available
     */
    public Examples among(Examples available) {
        Examples examples = available.first(count);
        return noise.component().replaces()
                ? new Examples(
                        examples.shape(),
                        noise.component().draw(examples, noise.choice(), seeds.stream("noise/" + noise.id())),
                        new Targets.Classes(new int[examples.size()]))
                : examples;
    }
}
