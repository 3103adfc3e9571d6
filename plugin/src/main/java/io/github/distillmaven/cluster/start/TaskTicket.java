package io.github.distillmaven.cluster.start;

import java.io.Serializable;

/**
 * All that the engine carries of a task: where the build is asked for the rest.
 *
 * @param host name or address of the build's machine
 * @param port where the build listens there
 * @param token what an executor says first, so that the build knows it
 * @param task names the task
 */
public record TaskTicket(String host, int port, String token, String task) implements Serializable {}
