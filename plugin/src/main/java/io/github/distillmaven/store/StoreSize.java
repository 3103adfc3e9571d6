package io.github.distillmaven.store;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the entries of a store take, in a small file, so that a build need not look at every entry whenever it adds one. Two
 * builds that write it at once may lose one addition, and anybody may have written anything, so it only says when to count:
 * nothing is removed before the entries were counted themselves, and they are counted again every day.
 *
 * @param bytes of the files of all entries
 * @param counted when all of them were counted last, an instant in ISO-8601, UTC
 */
record StoreSize(long bytes, String counted) {

    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final int MOST = 1000;

    /** The bytes, if they were counted within a day. */
    static OptionalLong read(StoreLayout layout, Instant now) {
        StoreSize size = read(layout);
        return size == null || !size.isGood(now) ? OptionalLong.empty() : OptionalLong.of(size.bytes);
    }

    private static @Nullable StoreSize read(StoreLayout layout) {
        try {
            return JsonMapper.shared().readValue(layout.tree().read(layout.size(), MOST), StoreSize.class);
        } catch (IOException | JacksonException notCounted) {
            return null;
        }
    }

    private boolean isGood(Instant now) {
        try {
            Instant at = Instant.parse(String.valueOf(counted));
            return bytes >= 0 && !at.isAfter(now) && Duration.between(at, now).compareTo(GOOD_FOR) < 0;
        } catch (DateTimeException noInstant) {
            return false;
        }
    }

    /** Adds what came to the store. Where nothing was counted yet, that stays so. */
    static void add(StoreLayout layout, long bytes) {
        StoreSize size = read(layout);
        if (size != null) {
            write(layout, new StoreSize(size.bytes + bytes, size.counted));
        }
    }

    /** Keeps what was counted just now. */
    static void counted(StoreLayout layout, long bytes, Instant now) {
        write(layout, new StoreSize(bytes, now.toString()));
    }

    private static void write(StoreLayout layout, StoreSize size) {
        try {
            layout.tree().replace(layout.size(), JsonMapper.shared().writeValueAsString(size) + "\n");
        } catch (IOException notWritable) {
            // Then the next build counts.
        }
    }
}
