package io.github.distillmaven.fetch;

import java.time.Duration;

/** Waits before a request is sent again. */
@FunctionalInterface
interface Pause {

    void take(Duration length) throws InterruptedException;
}
