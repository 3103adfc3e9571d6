package io.github.distillmaven.experiment;

import java.util.Collection;
import java.util.List;

/** What an experiment needs to know of the numbers that it will come to, to check what is expected of them. */
public interface KnownMetrics {

    /**
     * All names of metrics that users can write.
     *
     * @param arms names of the students that the experiment has beside the treatment
     */
    List<String> names(Collection<String> arms);

    /**
     * Whether a metric is a share, in [0, 1]; else it is a count.
     *
     * @param name one of {@link #names} of these arms
     */
    boolean isShare(String name, Collection<String> arms);

    /**
     * The one name of a metric that has several.
     *
     * @param name one of {@link #names} of these arms
     */
    String fullName(String name, Collection<String> arms);
}
