package io.github.distillmaven.cluster.task;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.distillmaven.worker.Together;
import io.github.distillmaven.worker.WorkerRequest;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The paths in a worker's request, whatever it asks for: every value of the type {@link Path} is one. */
public final class RequestPaths {

    private RequestPaths() {}

    /** The request as it travels. */
    public static String json(WorkerRequest request) {
        return JsonMapper.shared().writeValueAsString(request);
    }

    /** The request that travelled, with other paths in the place of its own. */
    public static WorkerRequest read(String json, UnaryOperator<Path> place) {
        SimpleModule module = new SimpleModule().addDeserializer(Path.class, new PathReader(place));
        return JsonMapper.builder().addModule(module).build().readValue(json, WorkerRequest.class);
    }

    /** All of them, each once. */
    public static Set<Path> of(WorkerRequest request) {
        Set<Path> paths = new LinkedHashSet<>();
        read(json(request), path -> {
            paths.add(path);
            return path;
        });
        return paths;
    }

    /** The folders that it writes its results to. */
    public static List<Path> outputs(WorkerRequest request) {
        return single(request).map(WorkerRequest::output).distinct().toList();
    }

    /** The folders that its trainings save themselves in. */
    public static List<Path> checkpoints(WorkerRequest request) {
        return single(request)
                .flatMap(one -> one instanceof WorkerRequest.Train train ? Stream.of(train) : Stream.empty())
                .map(train -> train.checkpoints().folder())
                .distinct()
                .toList();
    }

    private static Stream<WorkerRequest> single(WorkerRequest request) {
        if (request instanceof Together together) {
            return together.requests().stream().flatMap(RequestPaths::single);
        }
        return Stream.of(request);
    }

    private static final class PathReader extends StdDeserializer<Path> {

        private final transient UnaryOperator<Path> place;

        PathReader(UnaryOperator<Path> place) {
            super(Path.class);
            this.place = place;
        }

        @Override
        public Path deserialize(JsonParser parser, DeserializationContext context) {
            return place.apply(Path.of(URI.create(parser.getString())));
        }
    }
}
