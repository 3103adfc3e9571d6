/**
 * The gate: what an experiment came to, held against what was expected of it. Knows neither Maven nor where results come from.
 *
 * <pre>
 *   Judge         every condition of every expectation, against the results and the baseline
 *   Outcome       what came out of one condition, in words
 *   Baseline      earlier results that a project commits
 *   Finding       says what came out
 *   Wording       measurements and limits in words
 *   JUnitReport   the outcomes for other tools: TEST-&lt;experiment&gt;.xml
 * </pre>
 */
@NullMarked
package io.github.distillmaven.gate;

import org.jspecify.annotations.NullMarked;
