package io.github.distillmaven.tensorflow.stacked;

import java.util.HashMap;
import java.util.Map;

/** The networks of one thread: a graph is built once for each kind and number of networks, and used again. */
public final class StackedPool implements AutoCloseable {

    private final Map<Place, StackedNetworks> networks = new HashMap<>();

    private record Place(StackedKind kind, int size) {}

    /** @param wanted how many networks are needed; there may be more */
    StackedNetworks get(StackedKind kind, int wanted) {
        return networks.computeIfAbsent(
                new Place(kind, Math.max(StackedNetworks.FEWEST, wanted)),
                place -> new StackedNetworks(place.kind(), place.size()));
    }

    @Override
    public void close() {
        networks.values().forEach(StackedNetworks::close);
    }
}
