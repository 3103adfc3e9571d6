package io.github.distillmaven.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A plain HTTP server that keeps in memory what it is sent. */
final class ArchiveServer implements AutoCloseable {

    private final SortedMap<String, byte[]> files = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    ArchiveServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Takes over everything that another one keeps. */
    void copy(ArchiveServer other) {
        files.putAll(other.files);
    }

    /** Where it answers. */
    String address() {
        return "http://%s:%s/store"
                .formatted(
                        server.getAddress().getAddress().getHostAddress(),
                        server.getAddress().getPort());
    }

    /** What it was asked, such as {@code PUT /store/...}, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Paths of what it keeps. */
    List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * Puts a forgery in the place of every archive that can be forged.
     *
     * @return of how many
     */
    int forge() {
        int forged = 0;
        for (String path : paths()) {
            Optional<byte[]> forgery = ForgedArchive.of(files.get(path));
            if (forgery.isPresent()) {
                files.put(path, forgery.get());
                forged++;
            }
        }
        return forged;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        byte[] sent = exchange.getRequestBody().readAllBytes();
        byte[] kept = files.get(path);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                files.put(path, sent);
                exchange.sendResponseHeaders(201, -1);
            }
            case "HEAD" -> exchange.sendResponseHeaders(kept == null ? 404 : 200, -1);
            default -> {
                exchange.sendResponseHeaders(kept == null ? 404 : 200, kept == null ? -1 : kept.length);
                if (kept != null) {
                    exchange.getResponseBody().write(kept);
                }
            }
        }
        exchange.close();
    }
}
