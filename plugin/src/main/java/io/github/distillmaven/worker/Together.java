package io.github.distillmaven.worker;

import java.nio.file.Path;
import java.util.List;

/**
 * Several requests in one worker. Those to {@linkplain TrainSideBySide train side by side} are answered first and together, the others
 * after them, one after the other.
 *
 * @param requests each with an output of its own
 * @param sideBySide whether all are about dense networks that are or were trained side by side: then every operation runs on one thread,
 *     and without oneDNN, which costs more than it saves there
 * @param threads how many groups of networks are trained at the same time, at least 1. Changes no result
 * @param output of the first request
 */
public record Together(List<WorkerRequest> requests, boolean sideBySide, int threads, Path output)
        implements WorkerRequest {

    public Together {
        requests = List.copyOf(requests);
    }

    /** The requests with the output of the first. */
    public static Together of(List<WorkerRequest> requests, boolean sideBySide, int threads) {
        return new Together(requests, sideBySide, threads, requests.get(0).output());
    }
}
