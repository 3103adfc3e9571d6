package io.github.distillmaven.remote;

import java.time.Duration;

import io.github.distillmaven.http.Pace;

/**
 * Limits on the requests to a remote store and on its archives.
 *
 * @param window time in which a request must get on, above 0
 * @param bytesPerSecond fewest bytes that a request must move in a window
 * @param patienceOfRequest most time that one request may lose, beyond a megabyte a second
 * @param patienceOfBuild most time that all requests of a build may lose
 * @param bytes most bytes of an archive, packed or unpacked
 * @param files most files of an archive
 */
record RemoteLimits(
        Duration window,
        long bytesPerSecond,
        Duration patienceOfRequest,
        Duration patienceOfBuild,
        long bytes,
        int files) {

    /** What any archive may unpack to, however small it is. */
    private static final long FREE_BYTES = 64 << 20;

    /** Tables of numbers shrink to a tenth, empty files to a thousandth, which nobody sends but in malice. */
    private static final long SWELLING = 100;

    /** 4 GB, which is just below the size that would need an extension of the zip format. */
    static RemoteLimits usual() {
        return new RemoteLimits(
                Duration.ofSeconds(30), 50_000, Duration.ofMinutes(10), Duration.ofMinutes(30), 4_000_000_000L, 10_000);
    }

    /** Most bytes that an archive may unpack to. */
    long unpackedBytes(long packedBytes) {
        return Math.min(bytes, FREE_BYTES + SWELLING * packedBytes);
    }

    /** For a request that begins now. */
    Pace pace() {
        return new Pace(window, bytesPerSecond, patienceOfRequest);
    }
}
