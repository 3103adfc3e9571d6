/**
 * A store that machines share: one archive per key, on a Maven repository or a plain HTTP server. Whoever can write there is
 * not trusted with anything: what a {@link io.github.distillmaven.remote.RemoteStore} brings is for its caller to check.
 *
 * <pre>
 *   &lt;distill.remote&gt;/io/github/distillmaven/distill-store-v1/&lt;key&gt;/distill-store-v1-&lt;key&gt;.zip
 * </pre>
 *
 * A download under way lies beside the folder that it is for, as {@code <folder>.<random>.zip}, and is deleted when it ends.
 */
@NullMarked
package io.github.distillmaven.remote;

import org.jspecify.annotations.NullMarked;
