package io.github.distillmaven.cluster.start;

import java.io.File;

/**
 * A file that an executor can ask the build for.
 *
 * @param path on the build's machine
 * @param size in bytes
 * @param digest SHA-256 of its content, in lower-case hex
 */
public record SentFile(String path, long size, String digest) {

    /** The last part of its path. */
    public String name() {
        return new File(path).getName();
    }
}
