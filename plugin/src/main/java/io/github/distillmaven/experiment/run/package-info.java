/** On what an experiment runs: the device, the precision, the JVM of a worker, and which stores its results go to and come from. */
package io.github.distillmaven.experiment.run;
