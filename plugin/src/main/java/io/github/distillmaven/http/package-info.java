/**
 * The network, reached Maven's way: its proxies, its offline switch, the credentials of its servers, shown to no host but
 * their own, and words for what went wrong. {@link io.github.distillmaven.http.MavenHttpClient} brings it together.
 */
@NullMarked
package io.github.distillmaven.http;

import org.jspecify.annotations.NullMarked;
