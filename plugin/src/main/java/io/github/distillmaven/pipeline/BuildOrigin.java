package io.github.distillmaven.pipeline;

import java.nio.file.Path;

/**
 * Whose build it is. Nothing of it changes a result.
 *
 * @param project group and artifact id of the module, with a colon between them
 * @param version of the module
 * @param folder of the module: where its POM lies
 * @param command the goals and {@code distill} properties of Maven's command line
 */
public record BuildOrigin(String project, String version, Path folder, String command) {}
