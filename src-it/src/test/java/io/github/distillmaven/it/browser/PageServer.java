package io.github.distillmaven.it.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.commons.io.FilenameUtils;

/** Shows a folder on this machine's loopback address, once as it is and once under the policy of Jenkins. */
public final class PageServer implements AutoCloseable {

    /** What Jenkins sends with the files of a build, unless its administrator says otherwise. */
    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";

    private static final String OPEN = "/open/";
    private static final String JENKINS = "/jenkins/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "csv", "text/csv; charset=utf-8",
            "md", "text/markdown; charset=utf-8");

    private final Path root;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Starts it.
     *
     * @param root the folder
     * @throws IOException if there is no free port
     */
    public PageServer(Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext(OPEN, exchange -> answer(exchange, OPEN));
        server.createContext(JENKINS, exchange -> {
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            answer(exchange, JENKINS);
        });
        // Browsers ask for it by themselves.
        server.createContext("/favicon.ico", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Address of a file below the root. */
    public URI open(Path file) {
        return address(OPEN, file);
    }

    /** Address of the same file under Jenkins' policy. */
    public URI underPolicy(Path file) {
        return address(JENKINS, file);
    }

    /** What all its addresses begin with. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private URI address(String context, Path file) {
        String path = root.toUri().relativize(file.toUri()).getRawPath();
        return URI.create(base() + context.substring(1) + path);
    }

    private void answer(HttpExchange exchange, String context) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(context.length());
            Path file = root.resolve(name).normalize();
            String type = TYPES.get(FilenameUtils.getExtension(name));
            if (!file.startsWith(root) || !Files.isRegularFile(file) || type == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
