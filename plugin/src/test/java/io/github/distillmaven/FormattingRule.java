package io.github.distillmaven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** Finds the text of Java sources that is formatted by the machine's locale, as the compiler reads them. */
final class FormattingRule {

    /** A conversion whose result depends on the locale, or the beginning of one whose end is put together. */
    private static final Pattern BY_LOCALE =
            Pattern.compile("(?<!%)(%%)*%(\\d+\\$)?[-#+0,(]*\\d*(\\.\\d*)?([deEfgGaAtTS]|(?<=[-#+0,(\\d.])$)");

    /** Letters of addresses that look like conversions. */
    private static final Set<String> PERCENT_ENCODED = Set.of("%25", "%2e", "%2f");

    /** One line for each literal that would be formatted by the machine's locale. */
    List<String> complaints(Collection<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            List<String> complaints = new ArrayList<>();
            for (CompilationUnitTree source : task.parse()) {
                source.accept(new Literals(source, Trees.instance(task), complaints), null);
            }
            return complaints;
        }
    }

    private static boolean isByLocale(String text) {
        return !PERCENT_ENCODED.contains(text) && BY_LOCALE.matcher(text).find();
    }

    private static final class Literals extends TreeScanner<Void, Void> {

        private final CompilationUnitTree source;
        private final Trees trees;
        private final List<String> complaints;

        Literals(CompilationUnitTree source, Trees trees, List<String> complaints) {
            this.source = source;
            this.trees = trees;
            this.complaints = complaints;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            boolean ofNoLocale = !call.getArguments().isEmpty()
                    && call.getArguments().get(0).toString().equals("Locale.ROOT");
            return ofNoLocale ? null : super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text && isByLocale(text)) {
                long line = source.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(source, literal));
                complaints.add("%s:%s: \"%s\" is formatted by the machine's locale: write %%s, or name Locale.ROOT"
                        .formatted(source.getSourceFile().getName(), line, text));
            }
            return null;
        }
    }
}
