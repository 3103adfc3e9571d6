package io.github.distillmaven.dataset.own;

import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.format.UnfitDataException;

/** What fits into the memory of the build, where a part of a data set is held as one array while it is read. */
final class Capacity {

    private Capacity() {}

    /**
     * Room for images.
     *
     * @throws UnfitDataException if there is not as much
     */
    static byte[] bytes(long images, ExampleShape shape) throws UnfitDataException {
        long wanted = images * shape.values();
        require(wanted, "%s images of %s".formatted(images, shape));
        return new byte[(int) wanted];
    }

    /**
     * Holds a number of bytes against what this JVM may take.
     *
     * @param what they are, for messages
     * @throws UnfitDataException if it is more
     */
    static void require(long bytes, String what) throws UnfitDataException {
        if (bytes > Integer.MAX_VALUE) {
            throw new UnfitDataException(
                    "%s are %s MB, more than the 2,147 MB that a part of a data set can have. Take fewer or smaller ones."
                            .formatted(what, bytes / 1_000_000));
        }
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (bytes > most) {
            throw new UnfitDataException(
                    "%s are %s MB, and Maven has %s MB for them. Give it more memory with MAVEN_OPTS=-Xmx<size>."
                            .formatted(what, bytes / 1_000_000, most / 1_000_000));
        }
    }
}
