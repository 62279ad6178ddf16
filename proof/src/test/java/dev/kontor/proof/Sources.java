package dev.kontor.proof;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Every Java file of the project, parsed once by the compiler's own parser. */
public final class Sources {

  private static final List<Source> ALL = parse();

  private Sources() {}

  static List<Source> all() {
    return ALL;
  }

  static List<Source> main() {
    return ALL.stream().filter(s -> !s.isTest()).toList();
  }

  static List<Source> test() {
    return ALL.stream().filter(Source::isTest).toList();
  }

  /** The project's directory, found upwards from where the tests run. */
  public static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.isDirectory(directory.resolve("proof/src"))) {
      directory = directory.getParent();
    }
    if (directory == null) {
      throw new IllegalStateException("run the tests inside the project's directory");
    }
    return directory;
  }

  private static List<Source> parse() {
    Path root = root();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> paths = Files.walk(root);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> java = paths.filter(p -> isSource(root.relativize(p))).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      List<Source> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path path = root.relativize(Path.of(unit.getSourceFile().toUri()));
        sources.add(new Source(path, unit, task));
      }
      return List.copyOf(sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path path) {
    String name = path.toString();
    return name.endsWith(".java")
        && (name.contains("src/main/java/") || name.contains("src/test/java/"))
        && !name.startsWith(".")
        && !name.contains("target/")
        && !name.contains("node_modules/");
  }
}
