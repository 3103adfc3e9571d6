package io.github.distillmaven.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.DatasetSpec.Download;
import io.github.distillmaven.http.ServerLogin;

/**
 * The user's own place for dataset files, {@code distill.mirror}: a folder, or an address that begins with
 * {@code http://}, {@code https://} or {@code file:}, laid out as {@code <dataset>/<file>}. A file may lie there unpacked or
 * in its published package. In a folder, unpacked files may also lie one level deeper, as archives unpack them.
 */
public final class Mirror {

    private final ServerLogin login;
    private final URI root;

    private Mirror(URI root, ServerLogin login) {
        this.login = login;
        this.root = URI.create(root + (root.toString().endsWith("/") ? "" : "/"));
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
            throw invalid("it is no path: " + e.getReason());
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
        return address;
    }

    /** Without the value itself, which may hold a password. */
    private static IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException(
                "distill.mirror is wrong: %s. Give a folder, or an address that begins with http://, https:// or file:."
                        .formatted(reason));
    }

    /** Whether it is reached over the network. */
    boolean isWeb() {
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
        List<Candidate> candidates = new ArrayList<>();
        for (DatasetFile file : files) {
            candidates.add(Candidate.plain(file, locate(dataset, file.name())));
        }
        candidates.add(Candidate.packed(download, files, root.resolve(dataset + "/" + download.name())));
        return candidates;
    }

    private URI locate(String dataset, String name) {
        URI direct = root.resolve(dataset + "/" + name);
        if (isWeb() || Files.exists(Path.of(direct))) {
            return direct;
        }
        try (Stream<Path> deeper = Files.find(
                Path.of(root.resolve(dataset)), 2, (path, is) -> path.endsWith(name) && is.isRegularFile())) {
            return deeper.sorted().findFirst().map(Path::toUri).orElse(direct);
        } catch (IOException e) {
            return direct; // where it is then found missing, or unreadable
        }
    }
}
