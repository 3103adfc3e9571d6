package io.github.distillmaven.progress;

/** Shows how far long work has come. Safe for use by several threads. */
public interface ProgressDisplay extends AutoCloseable {

    /**
     * Tells how far a task is.
     *
     * @param task its name, the same at every call
     * @param done what is done
     * @param total what there is to do, or -1 if that is not known
     * @param detail more for the reader, or the empty text
     */
    void update(String task, long done, long total, String detail);

    @Override
    void close();
}
