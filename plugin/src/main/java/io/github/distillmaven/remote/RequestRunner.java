package io.github.distillmaven.remote;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** Runs requests on threads of their own, so that whoever waits can be interrupted, and can end one that is too slow. */
final class RequestRunner implements AutoCloseable {

    private static final long TICK_MILLIS = 50;
    private static final long END_SECONDS = 2;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "distill-remote");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Waits for a request.
     *
     * @param request aborted if it is too slow or nobody waits any more
     * @param pace what the exchange tells its bytes
     * @param exchange sends the request and reads the answer; throws nothing checked but a {@link RemoteFailure}
     */
    <T> T run(HttpUriRequestBase request, Pace pace, Callable<T> exchange) throws RemoteFailure, InterruptedException {
        Future<T> result = threads.submit(exchange);
        try {
            while (true) {
                try {
                    return result.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    Optional<String> complaint = pace.complaint();
                    if (complaint.isPresent()) {
                        throw RemoteFailure.outage(complaint.get());
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemoteFailure failure) {
                throw failure;
            }
            // Whatever a hostile server makes the client trip over must not end the build.
            throw RemoteFailure.outage("its answer made a request fail with " + e.getCause());
        } finally {
            end(request, pace, result);
        }
    }

    /** Waits a little, so that nobody writes a file any more that the caller is about to delete. */
    private static void end(HttpUriRequestBase request, Pace pace, Future<?> result) {
        if (result.isDone()) {
            return;
        }
        pace.stop();
        request.abort();
        try {
            result.get(END_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return; // it is of no interest any more how it ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
