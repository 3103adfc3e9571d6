package io.github.distillmaven.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A download under way, {@code <name>.part}, and beside it, {@code <name>.origin.part}, where it comes from and what tells
 * whether it still is the same there. Of the address the query is left out, which may be a signature. Both survive an interruption.
 */
final class PartialFile {

    private final Path content;
    private final Path origin;

    PartialFile(Path folder, String name) {
        content = folder.resolve(name + ".part");
        origin = folder.resolve(name + ".origin.part");
    }

    /**
     * What a download can go on from.
     *
     * @param length bytes that are here, above 0
     * @param validator strong ETag or modification date, as the server gave it
     */
    record Start(long length, String validator) {}

    Path path() {
        return content;
    }

    /** What a download from {@code address} can go on from; empty if there is nothing, or it is from elsewhere. */
    Optional<Start> startFor(URI address) {
        try {
            List<String> lines = Files.readAllLines(origin, StandardCharsets.UTF_8);
            long length = Files.size(content);
            boolean usable = lines.size() == 2 && lines.get(0).equals(Candidate.withoutQuery(address)) && length > 0;
            return usable ? Optional.of(new Start(length, lines.get(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Begins anew. Without a validator it cannot be gone on with later. */
    void begin(URI address, Optional<String> validator) throws FetchException {
        delete();
        if (validator.isPresent()) {
            try {
                Files.write(origin, List.of(Candidate.withoutQuery(address), validator.get()), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw FetchException.cannotWrite(origin, e);
            }
        }
    }

    OutputFile append() throws FetchException {
        return new OutputFile(content);
    }

    void delete() throws FetchException {
        for (Path path : List.of(origin, content)) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw FetchException.cannotWrite(path, e);
            }
        }
    }
}
