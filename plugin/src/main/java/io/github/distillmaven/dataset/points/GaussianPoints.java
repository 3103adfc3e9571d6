package io.github.distillmaven.dataset.points;

import java.util.List;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.Values;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.kohsuke.MetaInfServices;

/** Points whose coordinates are independent and normal, with mean 0 and deviation 1. Models are tested on {@value #TESTED} of them. */
@MetaInfServices(DataSource.class)
public final class GaussianPoints implements DataSource {

    /** Number of points that models are tested on. */
    static final int TESTED = 20_000;

    private static final Option<Long> DIMENSIONS =
            new Option<>("dimensions", ValueType.wholeNumber(1, 10_000), "20", "Number of coordinates of each point.");
    private static final Option<Long> CLASSES = new Option<>(
            "classes", ValueType.wholeNumber(2, 100), "2", "Number of classes that the teacher tells apart.");

    @Override
    public String id() {
        return "gaussian-points";
    }

    @Override
    public String meaning() {
        return "normal points of any dimension, which a teacher labels that is drawn and not trained, others for every seed";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(DIMENSIONS, CLASSES);
    }

    @Override
    public ExampleShape shape(Choice choice) {
        return ExampleShape.of(choice.get(DIMENSIONS).intValue());
    }

    @Override
    public List<String> classNames(Choice choice) {
        return IntStream.range(0, choice.get(CLASSES).intValue())
                .mapToObj(Integer::toString)
                .toList();
    }

    @Override
    public boolean hasLabels() {
        return false;
    }

    @Override
    public Examples draw(Choice choice, Streams streams, int attempt) {
        return new Examples(
                shape(choice),
                normal(choice, TESTED, streams.stream("points/test/" + attempt)),
                new Targets.NoTargets());
    }

    @Override
    public Values inputs(Choice choice, Streams streams, int count) {
        return normal(choice, count, streams.stream("points/inputs"));
    }

    private Values normal(Choice choice, int points, UniformRandomProvider random) {
        NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        float[] values = new float[Math.multiplyExact(points, shape(choice).values())];
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) normal.sample();
        }
        return new Values.FloatValues(values);
    }
}
