package io.github.distillmaven.cluster.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the driver of an engine tells the build. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "news")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DriverNews.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = DriverNews.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = DriverNews.Warned.class, name = "warned"),
    @JsonSubTypes.Type(value = DriverNews.Ended.class, name = "ended")
})
public sealed interface DriverNews {

    /**
     * It is connected to the cluster.
     *
     * @param version of the engine
     * @param millis that this took since the JVM started
     */
    record Ready(String version, long millis) implements DriverNews {}

    /**
     * The cluster is of no use.
     *
     * @param message what is wrong, and what to try
     */
    record Refused(String message) implements DriverNews {}

    /**
     * Something went wrong that does not end a task, or not yet.
     *
     * @param message what went wrong, and what to do, in whole sentences
     */
    record Warned(String message) implements DriverNews {}

    /**
     * The engine has done with a task.
     *
     * @param problem why the task did not come to its end; empty if it did
     */
    record Ended(String task, String problem) implements DriverNews {}
}
