package io.github.distillmaven.fetch;

/** How the files of a data set are packed where they come from. */
enum Packaging {
    /** Not at all. */
    PLAIN,
    /** One file in a gzip. */
    GZIP,
    /** Files in a gzipped tar archive. */
    TAR_GZIP;

    /** The packaging that a file's name tells. */
    static Packaging of(String name) {
        if (name.endsWith(".tar.gz")) {
            return TAR_GZIP;
        }
        return name.endsWith(".gz") ? GZIP : PLAIN;
    }
}
