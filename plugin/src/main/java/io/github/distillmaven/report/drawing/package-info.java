/** The drawings of an experiment's sections: each takes what it needs from the evidence and makes a figure of it. */
@NullMarked
package io.github.distillmaven.report.drawing;

import org.jspecify.annotations.NullMarked;
