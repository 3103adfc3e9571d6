package io.github.distillmaven.worker.process;

import io.github.distillmaven.worker.Event;

/** The way from a worker to the build. */
@FunctionalInterface
public interface EventSink {

    /** Sends an event at once, from any thread. Does not return if the build is gone: the worker ends then. */
    void send(Event event);
}
