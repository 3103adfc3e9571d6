/**
 * Data sets that need no download: 28x28 grey images that the plugin draws itself, from strokes and silhouettes with
 * random warp, thickness and texture. Drawn in plain IEEE arithmetic from fixed seeds, so that every platform draws the
 * same bytes.
 */
@NullMarked
package io.github.distillmaven.dataset.synthetic;

import org.jspecify.annotations.NullMarked;
