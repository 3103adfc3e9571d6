package io.github.distillmaven.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** The guess at what a user meant by a name that nobody knows. */
public final class NearestName {

    private NearestName() {}

    /** The valid name with the fewest edits, if it takes at most a third of the name's letters, but always two. */
    public static Optional<String> of(String wrong, Collection<String> valid) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, wrong.length() / 3));
        String sought = wrong.toLowerCase(Locale.ROOT);
        record Guess(String name, int edits) {}
        return valid.stream()
                .map(name -> new Guess(name, distance.apply(sought, name.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.edits() >= 0)
                .min(Comparator.comparingInt(Guess::edits).thenComparing(Guess::name))
                .map(Guess::name)
                .or(() -> valid.stream().filter(name -> name.startsWith(sought)).min(Comparator.naturalOrder()));
    }
}
