/** The drawings of an experiment's sections: each takes what it needs from the evidence and makes a figure of it. */
package io.github.distillmaven.report.drawing;
