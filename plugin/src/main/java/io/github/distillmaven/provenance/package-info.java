/**
 * Where results come from, and whether they are what they were: the records of steps on disk, the state of the sources,
 * the lock file that a project commits, and the comparison of two runs. Knows neither Maven nor TensorFlow.
 *
 * <pre>
 *   StepRecordFile                step.json, read and written
 *   BuildOrigin, git.GitState     who asked for a step, and from which sources
 *   LockFile, LockedStep          distill.lock.json: what each step has to make
 *   LockCheck                     a step against the lock file
 *   RunComparison                 one run against another
 *   OutputSide, OutputComparison  which files, lines and bytes differ
 *   ValueChanges                  which settings and facts differ
 * </pre>
 */
@NullMarked
package io.github.distillmaven.provenance;

import org.jspecify.annotations.NullMarked;
