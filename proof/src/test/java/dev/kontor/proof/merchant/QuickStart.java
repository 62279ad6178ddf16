package dev.kontor.proof.merchant;

import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * Spares the hubs of proofs work that says nothing: the classes under test as archives, what a
 * virtual machine found out about them when it ran the demo, and an embedded database as it is
 * made. Made once for all proofs.
 */
final class QuickStart {

  private static final Path HERE = Path.of("target", "quick-start").toAbsolutePath();
  private static final Path CACHE = HERE.resolve("kontor.aot");
  private static final Path MADE = HERE.resolve("made");
  private static final Path DATABASE = HERE.resolve("database");

  private QuickStart() {}

  /**
   * Options of a virtual machine, its class path among them.
   *
   * @param demo runs the demo in a virtual machine with given options
   */
  static List<String> options(Demo demo) {
    try {
      Files.createDirectories(HERE);
      try (FileChannel file =
              FileChannel.open(
                  HERE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock othersWait = file.lock()) {
        return made(demo);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs the demo in that directory. */
  interface Demo {
    void run(Path directory, List<String> options) throws IOException, InterruptedException;
  }

  private static List<String> made(Demo demo) throws IOException, InterruptedException {
    boolean isNew = isNew();
    List<String> path = new ArrayList<>();
    for (Path entry : classPath()) {
      path.add((Files.isDirectory(entry) ? archive(entry, path.size(), isNew) : entry).toString());
    }
    String archives = String.join(File.pathSeparator, path);
    if (isNew) {
      Files.deleteIfExists(CACHE);
      demo.run(HERE, List.of("-XX:AOTCacheOutput=" + CACHE, "-cp", archives));
      FileSystemUtils.deleteRecursively(DATABASE);
      Database.open(new DatabaseSettings.Embedded(DATABASE)).close();
      Files.writeString(MADE, "");
    }
    return Files.exists(CACHE)
        ? List.of("-XX:AOTCache=" + CACHE, "-cp", archives)
        : List.of("-cp", archives);
  }

  /**
   * Puts an embedded database where none is, as a first start makes it.
   *
   * @throws IllegalStateException if no options were asked for yet
   */
  static void database(Path directory) throws IOException {
    if (!Files.exists(DATABASE)) {
      throw new IllegalStateException(DATABASE + " is made with the options");
    }
    copyDirectory(DATABASE, directory);
    for (Path from : below(DATABASE)) {
      Path to = directory.resolve(DATABASE.relativize(from));
      if (Files.isDirectory(from)) {
        copyDirectory(from, to);
      } else {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** PostgreSQL starts in none that others may read. */
  private static void copyDirectory(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }

  /** Surefire hides the class path in a manifest and names it in a property. */
  private static List<Path> classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  /** Whether a class has been made since. */
  private static boolean isNew() throws IOException {
    if (!Files.exists(MADE)) {
      return true;
    }
    for (Path directory : classPath().stream().filter(Files::isDirectory).toList()) {
      for (Path file : below(directory)) {
        if (Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(MADE)) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static Path archive(Path directory, int number, boolean isNew) throws IOException {
    Path archive = HERE.resolve(number + ".jar");
    if (isNew) {
      try (ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
        for (Path file : below(directory)) {
          String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
          // Migrations are looked for in the folder, so it has an entry.
          zip.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
          if (!Files.isDirectory(file)) {
            Files.copy(file, zip);
          }
        }
      }
    }
    return archive;
  }

  private static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> !file.equals(directory)).collect(Collectors.toList());
    }
  }
}
