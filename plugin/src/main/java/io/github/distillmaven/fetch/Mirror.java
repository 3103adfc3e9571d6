package io.github.distillmaven.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.DatasetSpec.Download;
import io.github.distillmaven.http.ServerLogin;
import org.jspecify.annotations.Nullable;

/**
 * The user's own place for dataset files, {@code distill.mirror}: a folder, or an address that begins with
 * {@code http://}, {@code https://} or {@code file:}, laid out as {@code <dataset>/<file>}. A file may lie there unpacked or
 * in its published package, and with the dot in its name that some hosts write ({@code train-images.idx3-ubyte}). In a folder, it
 * may also lie one level deeper, as archives unpack it, and be a link. The query of an address, such as a signature, is sent with every
 * request and never shown.
 */
public final class Mirror {

    private final ServerLogin login;
    private final URI root;
    private final String query;

    private Mirror(URI root, String query, ServerLogin login) {
        this.root = root;
        this.query = query;
        this.login = login;
    }

    private Mirror(URI address, ServerLogin login) {
        this.login = login;
        String place = Candidate.withoutQuery(address);
        this.root = URI.create(place.endsWith("/") ? place : place + "/");
        this.query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    }

    /**
     * Reads the setting.
     *
     * @param value what the user wrote
     * @param base folder that a relative path starts from
     * @param login of the {@code <server>} with the id {@code distill.mirror}; a mirror on the web is shown it
     * @throws IllegalArgumentException if it is neither a path nor an address of a known scheme, with a message for the
     *     user
     */
    public static Mirror parse(String value, Path base, ServerLogin login) {
        String start = value.toLowerCase(Locale.ROOT);
        try {
            if (start.startsWith("http://") || start.startsWith("https://")) {
                return new Mirror(web(new URI(value)), login);
            }
            if (start.startsWith("file:")) {
                return new Mirror(Path.of(new URI(value)).toUri(), login);
            }
            if (start.contains("://")) {
                throw new IllegalArgumentException(
                        "%s:// is not among the known schemes".formatted(start.substring(0, start.indexOf("://"))));
            }
            return new Mirror(base.resolve(value).normalize().toAbsolutePath().toUri(), login);
        } catch (URISyntaxException e) {
            throw invalid("%s at index %s".formatted(e.getReason(), e.getIndex()));
        } catch (InvalidPathException e) {
            throw invalid("it is not a path: " + e.getReason());
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private static URI web(URI address) {
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "a user and a password belong into settings.xml, as the server distill.mirror");
        }
        if (address.getHost() == null) {
            throw new IllegalArgumentException("the address names no host");
        }
        if (address.getRawFragment() != null) {
            throw new IllegalArgumentException("files have their place below the address, so it cannot hold a #");
        }
        return address;
    }

    /** Without the value itself, which may hold a password. */
    private static IllegalArgumentException invalid(@Nullable String reason) {
        return new IllegalArgumentException(
                "distill.mirror is wrong: %s. Give a folder, or an address that begins with http://, https:// or file:."
                        .formatted(reason));
    }

    /** The same place with another login. */
    public Mirror with(ServerLogin other) {
        return new Mirror(root, query, other);
    }

    /** Whether it is reached over the network. */
    public boolean isWeb() {
        return !root.getScheme().equals("file");
    }

    URI root() {
        return root;
    }

    ServerLogin login() {
        return login;
    }

    /** Where the files of a download may lie here: each one unpacked, then their package. */
    List<Candidate> candidates(String dataset, Download download, List<DatasetFile> files) {
        List<Candidate> candidates = candidates(dataset, download, files, UnaryOperator.identity());
        candidates(dataset, download, files, name -> name.replaceFirst("-idx(?=\\d)", ".idx")).stream()
                .filter(dotted -> !dotted.isLocal() || Files.exists(dotted.path()))
                .filter(dotted -> !candidates.contains(dotted))
                .toList()
                .forEach(candidates::add);
        return candidates;
    }

    private List<Candidate> candidates(
            String dataset, Download download, List<DatasetFile> files, UnaryOperator<String> spelling) {
        List<Candidate> candidates = new ArrayList<>();
        for (DatasetFile file : files) {
            String name = spelling.apply(file.name());
            candidates.add(Candidate.plain(file, name, locate(dataset, name)));
        }
        String name = spelling.apply(download.name());
        candidates.add(Candidate.packed(download, name, files, locate(dataset, name)));
        return candidates;
    }

    private URI locate(String dataset, String name) {
        if (isWeb()) {
            return URI.create(root + dataset + "/" + name + query);
        }
        Path folder = Path.of(root).resolve(dataset);
        return Stream.concat(Stream.of(folder), subfolders(folder))
                .map(place -> place.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(folder.resolve(name))
                .toUri();
    }

    private static Stream<Path> subfolders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty(); // the file is then found missing, or unreadable
        }
    }
}
