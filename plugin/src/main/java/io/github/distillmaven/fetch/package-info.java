/**
 * Dataset files from a mirror or their public addresses: downloads that resume, Maven's proxies and offline switch, and
 * unpacking that publishes nothing but the pinned content. Everything unfinished ends in {@code .part}.
 */
@NullMarked
package io.github.distillmaven.fetch;

import org.jspecify.annotations.NullMarked;
