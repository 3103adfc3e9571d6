/** On what an experiment runs: the device, the precision, the JVM of a worker, and which stores its results go to and come from. */
@NullMarked
package io.github.distillmaven.experiment.run;

import org.jspecify.annotations.NullMarked;
