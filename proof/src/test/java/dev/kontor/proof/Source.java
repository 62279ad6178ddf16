package dev.kontor.proof;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parsed Java file.
 *
 * @param path relative to the project's directory
 */
record Source(Path path, CompilationUnitTree unit, JavacTask task) {

  boolean isTest() {
    return path.toString().contains("src/test/");
  }

  /** Whether the file lies below a folder such as {@code engine/} or {@code twins/}. */
  boolean isIn(String folder) {
    return path.toString().startsWith(folder);
  }

  /** Simple name of the file's top type. */
  String type() {
    return path.getFileName().toString().replace(".java", "");
  }

  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  List<String> imports() {
    return unit.getImports().stream().map(i -> i.getQualifiedIdentifier().toString()).toList();
  }

  int lines() {
    return (int) text().lines().count();
  }

  private String text() {
    try {
      return unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a method from its signature to its closing brace; annotations are not counted. */
  int linesOf(MethodTree method) {
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    LineMap lines = unit.getLineMap();
    long end = positions.getEndPosition(unit, method);
    long afterAnnotations =
        method.getModifiers().getAnnotations().stream()
            .mapToLong(a -> positions.getEndPosition(unit, a) + 1)
            .max()
            .orElse(0);
    long start = Math.max(afterAnnotations, positions.getStartPosition(unit, method));
    String text = text().substring((int) start, (int) end);
    int blank = text.length() - text.stripLeading().length();
    return (int) (lines.getLineNumber(end) - lines.getLineNumber(start + blank) + 1);
  }

  /** Where a tree stands, as an editor can jump to. */
  String at(Tree tree) {
    long start = Trees.instance(task).getSourcePositions().getStartPosition(unit, tree);
    return path + ":" + unit.getLineMap().getLineNumber(start);
  }

  void scan(TreePathScanner<@Nullable Void, Source> scanner) {
    scanner.scan(unit, this);
  }
}
