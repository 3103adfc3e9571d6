package io.github.distillmaven.report.overview;

import java.nio.file.Path;

/**
 * A module of a build whose experiments were reported.
 *
 * @param name what people call it
 * @param folder its {@code target/distill}
 */
public record ReportedModule(String name, Path folder) {}
