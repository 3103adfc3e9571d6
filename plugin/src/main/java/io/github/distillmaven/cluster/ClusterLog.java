package io.github.distillmaven.cluster;

/** Where the build says what becomes of its cluster. */
public interface ClusterLog {

    /** What users want to know. */
    void info(String text);

    /** What is not as it should be. */
    void warn(String text);

    /** What helps to find a fault. */
    void debug(String text);
}
