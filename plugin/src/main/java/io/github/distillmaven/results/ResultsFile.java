package io.github.distillmaven.results;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.github.distillmaven.provenance.SmallFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code results.json}, of this build or of any other.
 *
 * @param path of the file
 */
public record ResultsFile(Path path) {

    /** Name of the file in the folder of its experiment. */
    public static final String NAME = "results.json";

    /** Takes NaN for a number, so that the check of the form can say where it stands. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The file in the folder of an experiment. */
    public static ResultsFile in(Path folder) {
        return new ResultsFile(folder.resolve(NAME));
    }

    /**
     * Reads it. Fields that {@link Results} does not know are skipped.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it is no regular file, is too large or cannot be read, is no JSON or ends early, is of another version, lacks a field, or has something
     *     else in a field than belongs there; the message names the file and the field and ends
     *     without a dot
     */
    public Results read() throws IOException {
        byte[] content = new SmallFile(path).read();
        try {
            JsonNode tree = MAPPER.readTree(content);
            JsonNode schema = tree.path("schema");
            if (!schema.isInt()) {
                throw refused("has no schema version, and so is not the result of an experiment");
            }
            if (schema.asInt() != Results.SCHEMA) {
                throw refused("schema %s, expected %s".formatted(schema.asInt(), Results.SCHEMA));
            }
            new ResultsForm(tree).check();
            return MAPPER.treeToValue(tree, Results.class);
        } catch (ResultsForm.Mismatch e) {
            throw refused(e.problem());
        } catch (UnexpectedEndOfInputException e) {
            throw refused("ends in the middle" + line(e));
        } catch (StreamConstraintsException e) {
            throw refused("is nested deeper, or has longer numbers or names, than the results of an experiment");
        } catch (JacksonException e) {
            throw refused("is not JSON" + line(e));
        }
    }

    private static String line(JacksonException problem) {
        TokenStreamLocation location = problem.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : ", in line " + location.getLineNr();
    }

    /** Without the parser's exception, whose words Maven would print behind ours. */
    private IOException refused(String problem) {
        return new IOException(path + ": " + problem);
    }
}
