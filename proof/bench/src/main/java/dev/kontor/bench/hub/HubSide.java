package dev.kontor.bench.hub;

import dev.kontor.bench.process.Child;
import dev.kontor.bench.process.Java;
import dev.kontor.bench.process.Proc;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hub as {@code ./kontor serve} starts it, on its embedded database. */
public final class HubSide implements Side {

  private static final String DOORS = "doors    ";

  private final Child child;
  private final Database database;
  private final HubStore store;
  private final long postmaster;
  private final URI doors;

  private HubSide(Child child, Database database, long postmaster, URI doors) {
    this.child = child;
    this.database = database;
    this.store = new HubStore(database.general());
    this.postmaster = postmaster;
    this.doors = doors;
  }

  /**
   * @param directory for its home, log and configuration
   * @param yaml its configuration
   */
  public static HubSide start(Path directory, String yaml) throws IOException {
    return start(directory, yaml, Java.hubClassPath());
  }

  /** With nothing of the benchmark in it. */
  public static HubSide shipped(Path directory, String yaml) throws IOException {
    return start(directory, yaml, Java.shippedClassPath());
  }

  private static HubSide start(Path directory, String yaml, String classPath) throws IOException {
    Files.createDirectories(directory);
    Path configuration = directory.resolve("kontor.yaml");
    Files.writeString(configuration, yaml);
    Path home = directory.resolve("home");
    List<String> arguments = new ArrayList<>(Java.MEASURED);
    arguments.addAll(
        List.of(
            "-cp",
            classPath,
            "dev.kontor.app.Kontor",
            "serve",
            "--config=" + configuration,
            "--home=" + home,
            "--port=0",
            "--admin-port=0"));
    Child child = new Child(directory.resolve("hub.log"), arguments);
    String said = child.line();
    while (!said.startsWith(DOORS)) {
      said = child.line();
    }
    int port = URI.create(said.substring(DOORS.length()).replace("/{connection}", "")).getPort();
    Path files = home.resolve("database");
    long postmaster =
        Long.parseLong(Files.readAllLines(files.resolve("data/postmaster.pid")).getFirst().strip());
    Database database = Database.open(new DatabaseSettings.Embedded(files));
    return new HubSide(child, database, postmaster, URI.create("http://127.0.0.1:" + port));
  }

  @Override
  public String name() {
    return "kontor";
  }

  @Override
  public URI door() {
    return doors.resolve("/shop");
  }

  /** Of another connection. */
  public URI door(String path) {
    return doors.resolve(path);
  }

  public HubStore store() {
    return store;
  }

  public long pid() {
    return child.pid();
  }

  @Override
  public boolean isSettled() {
    return store.isSettled();
  }

  @Override
  public Cpu cpu() {
    return new Cpu(Proc.cpuMillis(child.pid()), Proc.treeCpuMillis(postmaster));
  }

  @Override
  public long peakMegabytes() {
    return Proc.peakMegabytes(child.pid());
  }

  public long databaseMegabytes() {
    return Proc.treeMegabytes(postmaster);
  }

  @Override
  public void close() {
    database.close();
    child.close();
  }
}
