package io.github.distillmaven.remote;

import java.time.Duration;

/**
 * What is put up with.
 *
 * @param window time in which a request must get on, above 0
 * @param bytesPerSecond fewest bytes that a request must move in a window
 * @param bytes most bytes of an archive, packed or unpacked
 * @param files most files of an archive
 */
record RemoteLimits(Duration window, long bytesPerSecond, long bytes, int files) {

    /** 4 GB, which is just below the size that would need an extension of the zip format. */
    static RemoteLimits usual() {
        return new RemoteLimits(Duration.ofSeconds(30), 50_000, 4_000_000_000L, 10_000);
    }
}
