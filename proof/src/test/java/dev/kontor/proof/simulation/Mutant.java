package dev.kontor.proof.simulation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/** The engine with a mutation in it, compiled and loaded beside the real one. */
final class Mutant extends URLClassLoader {

  private static final Path ENGINE = Path.of("../engine/src/main/java/dev/kontor/engine");

  private Mutant(URL[] classes) {
    super("mutant", classes, Mutant.class.getClassLoader());
  }

  /**
   * @param directory empty, for the compiled classes
   */
  static Mutant of(Mutation mutation, Path directory) {
    try {
      String source = Files.readString(ENGINE.resolve(mutation.file()));
      for (Mutation.Change change : mutation.changes()) {
        source = replaced(mutation, source, change);
      }
      Path file = directory.resolve(Path.of(mutation.file()).getFileName().toString());
      Files.writeString(file, source);
      compile(mutation, file, directory);
      return new Mutant(urls(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(Mutation mutation, String source, Mutation.Change change) {
    int at = source.indexOf(change.from());
    if (at < 0 || source.indexOf(change.from(), at + 1) >= 0) {
      throw new IllegalStateException(
          mutation + ": the engine has changed, bring the mutation up to date: " + change.from());
    }
    return source.replace(change.from(), change.to());
  }

  private static void compile(Mutation mutation, Path file, Path directory) {
    int status =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-cp",
                classPath(),
                "-d",
                directory.toString(),
                file.toString());
    if (status != 0) {
      throw new IllegalStateException(mutation + " does not compile");
    }
  }

  /** Surefire hides the class path in a manifest and names it in a property. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static URL[] urls(Path directory) throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(directory.toUri().toURL()));
    for (String entry : classPath().split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** The engine and the simulation are this loader's own; the database is shared. */
  private static boolean isOwn(String name) {
    return (name.startsWith("dev.kontor.engine.") && !name.startsWith("dev.kontor.engine.db."))
        || name.startsWith("dev.kontor.proof.simulation.");
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isOwn(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  /**
   * Runs a hunt inside this loader.
   *
   * @return what was found first, empty for nothing
   */
  String hunt(String method, Path home, int most) throws ReflectiveOperationException {
    Method hunt =
        loadClass(Hunt.class.getName(), true).getDeclaredMethod(method, Path.class, int.class);
    hunt.setAccessible(true);
    return String.valueOf(hunt.invoke(null, home, most));
  }
}
