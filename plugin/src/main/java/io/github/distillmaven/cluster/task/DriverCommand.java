package io.github.distillmaven.cluster.task;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.distillmaven.cluster.start.TaskTicket;

/** What a build tells the driver of its engine. The end of the connection is the last. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DriverCommand.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = DriverCommand.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = DriverCommand.Cancel.class, name = "cancel")
})
public sealed interface DriverCommand {

    /**
     * Connect to the cluster. The first.
     *
     * @param version of the engine that the driver has, such as {@code 4.1.3}
     * @param settings of the engine, by its own names
     * @param cores of a task: an executor with fewer is of no use
     */
    record Begin(String version, Map<String, String> settings, int cores) implements DriverCommand {

        public Begin {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * Find an executor for a task, and another one if that is lost.
     *
     * @param label names it for people
     */
    record Submit(TaskTicket ticket, String label) implements DriverCommand {}

    /** End a task, if it has not ended. */
    record Cancel(String task) implements DriverCommand {}
}
