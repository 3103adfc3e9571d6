/**
 * The content-addressed store that outlives {@code clean} and is shared by all builds of a user.
 *
 * <pre>
 *   v1/entries/&lt;first two digits&gt;/&lt;key&gt;/   one immutable entry: manifest.json and the files it lists
 *   v1/incoming/&lt;key&gt;/                      a download under way, resumed by the next build
 *   v1/work/&lt;random&gt;/                       a step under way; moved to its place when complete
 *   v1/locks/&lt;key&gt;.lock                     held by whoever makes the entry
 * </pre>
 */
package io.github.distillmaven.store;
