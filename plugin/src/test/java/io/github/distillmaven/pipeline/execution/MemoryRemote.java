package io.github.distillmaven.pipeline.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import io.github.distillmaven.remote.RemoteStore;
import org.apache.commons.io.file.PathUtils;

/** A remote store that is a folder. */
public final class MemoryRemote implements RemoteStore {

    private final Path folder;
    private final Set<String> rejected = new ConcurrentSkipListSet<>();

    public MemoryRemote(Path folder) {
        this.folder = folder;
    }

    /** Keys that were said to be bad. */
    public Set<String> rejected() {
        return Set.copyOf(rejected);
    }

    @Override
    public boolean fetch(String key, Path destination) {
        return copy(folder.resolve(key), destination);
    }

    @Override
    public boolean send(String key, Path source) {
        return Files.exists(folder.resolve(key)) || copy(source, folder.resolve(key));
    }

    @Override
    public void reject(String key, String reason) {
        rejected.add(key);
    }

    @Override
    public void close() {}

    private static boolean copy(Path from, Path to) {
        try {
            if (!Files.isDirectory(from)) {
                return false;
            }
            PathUtils.copyDirectory(from, to);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
