package io.github.distillmaven.report;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the page of a two-dimensional experiment. */
record PointPageWriter(PointReportRequest request, PointEvidence evidence, PointFindings findings) {

    void write(Path folder) throws IOException {
        new Templates().copyStyleSheet(folder);
    }
}
