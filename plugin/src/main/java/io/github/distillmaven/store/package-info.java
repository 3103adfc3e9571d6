/**
 * The content-addressed store that outlives {@code clean} and is shared by all builds of a user.
 *
 * <pre>
 *   v1/entries/&lt;first two digits&gt;/&lt;key&gt;/   one immutable entry: manifest.json, manifest.sha256, files/
 *   v1/work/&lt;key&gt;/          an entry that is being written; moved to its place when complete
 *   v1/incoming/&lt;key&gt;/      a download under way, gone on with by the next build
 *   v1/checkpoints/&lt;key&gt;/   a training under way, gone on with by the next build
 *   v1/uses/&lt;key&gt;.json      when the entry was used last, and by which experiments
 *   v1/latest/              what each experiment made last, to explain why the next build makes it again
 *   v1/locks/               held by whoever makes or removes what belongs to a key
 *   v1/builds/              the running builds and the keys that they use
 *   v1/size.json            what the entries take, so that not every build has to count
 * </pre>
 *
 * Nothing in a store is ever reached through a link: {@code PlainTree} is the way to all of it. What has no key for its name
 * where names are keys is nothing to the store.
 *
 * <p>{@code Store} restores and publishes, {@code Housekeeping} lists, verifies and removes in the terms of {@code cleaning},
 * {@code StoreSession} is what all threads of a build share. A format version stands in the path, so that versions of the plugin can share a folder.
 */
@NullMarked
package io.github.distillmaven.store;

import org.jspecify.annotations.NullMarked;
