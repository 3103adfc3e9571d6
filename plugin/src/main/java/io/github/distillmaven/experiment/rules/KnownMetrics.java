package io.github.distillmaven.experiment.rules;

import java.util.List;

/** What an experiment needs to know of the numbers that it will come to, to check what is expected of them. */
public interface KnownMetrics {

    /**
     * All names of metrics that users can write.
     *
     * @param scope what there are metrics of
     */
    List<String> names(MetricScope scope);

    /**
     * Whether a metric is a share, in [0, 1]; else it is a count.
     *
     * @param name one of {@link #names} of this scope
     */
    boolean isShare(String name, MetricScope scope);

    /**
     * The one name of a metric that has several.
     *
     * @param name one of {@link #names} of this scope
     */
    String fullName(String name, MetricScope scope);
}
