package io.github.distillmaven.worker;

/**
 * The content of the request file: what a worker is asked, and how it reaches the build.
 *
 * @param port where the build listens, on 127.0.0.1
 * @param token what the worker sends first, so that the build knows it
 * @param request what is asked
 */
public record Assignment(int port, String token, WorkerRequest request) {}
