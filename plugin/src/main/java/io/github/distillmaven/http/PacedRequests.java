package io.github.distillmaven.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** Runs requests on threads of their own, so that whoever waits can be interrupted, and can end one that is too slow. */
public final class PacedRequests implements AutoCloseable {

    private static final long TICK_MILLIS = 50;
    private static final long END_SECONDS = 2;
    private static final long FIRST_NEWS = Duration.ofSeconds(10).toNanos();
    private static final long NEWS_INTERVAL = Duration.ofMinutes(1).toNanos();

    private final Consumer<String> news;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "distill-http");
        thread.setDaemon(true);
        return thread;
    });

    /** @param news told how far a request is that takes longer than ten seconds: at first soon, then once a minute */
    public PacedRequests(Consumer<String> news) {
        this.news = news;
    }

    /**
     * Waits for a request.
     *
     * @param request aborted if it is too slow or nobody waits any more
     * @param pace what the exchange tells its bytes
     * @param exchange sends the request and reads the answer
     * @throws ExecutionException with what the exchange threw
     * @throws TooSlowException if the server does not keep the pace
     */
    public <T> T run(HttpUriRequestBase request, Pace pace, Callable<T> exchange)
            throws ExecutionException, TooSlowException, InterruptedException {
        Future<T> result = threads.submit(exchange);
        long start = System.nanoTime();
        long nextNews = FIRST_NEWS;
        try {
            while (true) {
                try {
                    return result.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    Optional<String> complaint = pace.complaint();
                    if (complaint.isPresent()) {
                        throw new TooSlowException(complaint.get());
                    }
                    if (System.nanoTime() - start >= nextNews) {
                        news.accept(pace.soFar());
                        nextNews += Math.min(nextNews, NEWS_INTERVAL);
                    }
                }
            }
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
